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

  /// Two reviewers and Cohen's kappa over what both judged.
  package struct Pair: Sendable {
    package let first: String
    package let second: String
    package let items: Int
    /// The share of items about which they say the same.
    package let agreed: Double
    /// Absent where it is undefined, as where both always say the same one thing.
    package let cohen: AgreementCoefficient?
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
  package let pairs: [Pair]

  /// Linear in the votes, and for pairs in the number of pairs of reviewers.
  package init(_ votes: [ReviewerVotes], about question: Question = .verdict) {
    self.question = question
    items = votes.count
    reviewers = Set(votes.flatMap(\.votes).map(\.reviewer)).sorted()
    let places = Dictionary(uniqueKeysWithValues: reviewers.enumerated().map { ($1, $0) })
    let table = votes.map { item in
      item.votes.reduce(into: [Int?](repeating: nil, count: places.count)) { row, vote in
        if let place = places[vote.reviewer] { row[place] = question.category(of: vote) }
      }
    }
    let ratings = Ratings(table, categories: question.categories)
    agreed = ratings.agreement()
    krippendorff = ratings.krippendorff(.nominal)
    fleiss = Set(votes.map(\.votes.count)).count == 1 ? ratings.fleiss() : nil
    gwet = ratings.gwet()
    pairs = Self.pairs(reviewers, table, categories: question.categories)
  }

  private static func pairs(
    _ reviewers: [String], _ table: [[Int?]], categories: Int
  ) -> [Pair] {
    reviewers.indices.flatMap { first in
      reviewers.indices.dropFirst(first + 1).compactMap { second in
        let both = table.compactMap { row in
          row[first].flatMap { one in row[second].map { (one, $0) } }
        }
        let counts = RatingTable(both, categories: categories)
        guard let agreed = counts.agreement() else { return nil }
        return Pair(
          first: reviewers[first], second: reviewers[second], items: both.count, agreed: agreed,
          cohen: counts.cohen())
      }
    }
  }
}
