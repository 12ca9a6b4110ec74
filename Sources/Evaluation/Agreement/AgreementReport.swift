import Predictions
import Reviewing
import Statistics

/// How far reviewers of a run agree, and where they do not, as JSON and text show it.
package struct AgreementReport: Encodable, Sendable {
  /// A coefficient with its items and interval; `null` in JSON where it is undefined.
  package struct Coefficient: Encodable, Sendable {
    package let value: Double
    package let low: Double?
    package let high: Double?
    package let items: Int

    init?(_ coefficient: AgreementCoefficient?) {
      guard let coefficient else { return nil }
      value = coefficient.value
      // Without any variety in what was said there is nothing to tell from how sure it is.
      let interval = coefficient.interval().flatMap { $0.width > 0 ? $0 : nil }
      (low, high) = (interval?.low, interval?.high)
      items = coefficient.items
    }
  }

  package struct Pair: Encodable, Sendable {
    package let reviewers: [String]
    package let items: Int
    package let agreed: Double
    package let cohen: Coefficient?
  }

  /// One question over the items of one kind.
  package struct Section: Encodable, Sendable {
    /// `verdict` or `upsetting`.
    package let about: String
    package let items: Int
    package let agreed: Double?
    package let krippendorff: Coefficient?
    package let fleiss: Coefficient?
    package let ac1: Coefficient?
    /// Those with the most items in common first.
    package let pairs: [Pair]
    /// How many more pairs of reviewers there may be.
    package let leftOutPairs: Int

    init(_ agreement: Agreement) {
      about = agreement.question.rawValue
      items = agreement.items
      agreed = agreement.agreed
      krippendorff = Coefficient(agreement.krippendorff)
      fleiss = Coefficient(agreement.fleiss)
      ac1 = Coefficient(agreement.gwet)
      pairs = agreement.pairs.map {
        Pair(
          reviewers: [$0.first, $0.second], items: $0.items, agreed: $0.agreed,
          cohen: Coefficient($0.cohen))
      }
      leftOutPairs = agreement.leftOutPairs
    }
  }

  package struct Disagreement: Encodable, Sendable {
    package let key: String
    package let tier: String
    /// Reviewer → verdict.
    package let verdicts: [String: String]
    package let settled: String?
    package let drawn: Bool
  }

  package let reviewers: [String]
  /// Over items that draws took: nobody chose what to look at twice.
  package let drawn: [Section]
  /// Over all other items with two reviews: how they came about may favour agreement or the contrary.
  package let otherPairs: [Section]
  /// Open ones first, in file order.
  package let disagreements: [Disagreement]

  package var open: Int { disagreements.count { $0.settled == nil } }

  /// Reads the rows of disagreements for their keys.
  package init(_ votes: [ReviewerVotes], in context: QueryContext) {
    reviewers = Set(votes.flatMap(\.votes).map(\.reviewer)).sorted()
    let (drawn, other) = (votes.filter(\.isDrawn), votes.filter { !$0.isDrawn })
    self.drawn = Self.sections(drawn)
    otherPairs = Self.sections(other)
    let apart = votes.filter(\.isDisagreement)
    disagreements = (apart.filter(\.isOpen) + apart.filter { !$0.isOpen }).map { item in
      Disagreement(
        key: context.store.prediction(at: item.row).key,
        tier: context.snapshot.tiers[context.snapshot[item.row].tier].tier.name,
        verdicts: Dictionary(
          uniqueKeysWithValues: item.votes.map { ($0.reviewer, $0.verdict.rawValue) }),
        settled: item.settled?.rawValue, drawn: item.isDrawn)
    }
  }

  private static func sections(_ votes: [ReviewerVotes]) -> [Section] {
    votes.isEmpty
      ? [] : Agreement.Question.allCases.map { Section(Agreement(votes, about: $0)) }
  }
}
