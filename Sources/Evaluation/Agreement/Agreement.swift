import Reviewing
import Statistics

/// How far reviewers agree about some items, beyond what chance would give.
///
/// Of what reviewers say before anything is settled: verdicts, or whether an output upset them.
package struct Agreement: Sendable {
  /// What is agreed or disagreed about.
  package enum Question: String, CaseIterable, Sendable {
    case verdict, upsetting

    /// `ok`, `wrong`, `unsure`; or no and yes.
    var categories: Int { self == .verdict ? Verdict.allCases.count : 2 }

    func category(of vote: ReviewerVotes.Vote) -> Int {
      switch self {
      case .verdict: Verdict.allCases.firstIndex(of: vote.verdict) ?? 0
      case .upsetting: vote.isUpset ? 1 : 0
      }
    }
  }

  package let question: Question
  /// Items with at least two reviews.
  package let items: Int
  package let reviewers: [String]
  /// The share of pairs of reviews of one item that say the same, averaged over items.
  package let agreed: Double?
  /// Krippendorff's alpha for names, for any number of reviewers and gaps.
  package let krippendorff: AgreementCoefficient?
  /// Fleiss' kappa, where every item has as many reviews.
  package let fleiss: AgreementCoefficient?
  /// Gwet's AC1, which a lopsided share of categories does not pull down.
  package let gwet: AgreementCoefficient?
  /// Those with the most items in common first; see ``leftOutPairs``.
  package let pairs: [Pair]
  /// How many more pairs of reviewers there may be than are told.
  package let leftOutPairs: Int

  /// Linear in the votes.
  package init(_ votes: [ReviewerVotes], about question: Question = .verdict) {
    self.question = question
    items = votes.count
    reviewers = Set(votes.flatMap(\.votes).map(\.reviewer)).sorted()
    let counts = votes.map { item in
      item.votes.reduce(into: [Int](repeating: 0, count: question.categories)) {
        $0[question.category(of: $1)] += 1
      }
    }
    let ratings = Ratings(counts: counts, categories: question.categories)
    agreed = ratings.agreement()
    krippendorff = ratings.krippendorff(.nominal)
    fleiss = Set(votes.map(\.votes.count)).count == 1 ? ratings.fleiss() : nil
    gwet = ratings.gwet()
    (pairs, leftOutPairs) = Self.pairs(votes, about: question)
  }
}
