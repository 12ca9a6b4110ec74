import Predictions
import Reviewing

/// What reviewers together say of one item: what settles their disagreement, else the mean of their
/// current verdicts.
package struct ItemValue: Hashable, Sendable {
  /// How many gave a verdict; those that a resolution stands for count as one.
  package let verdicts: Int
  /// The share that calls it wrong; between 0 and 1 where reviewers are split.
  package let wrong: Double
  /// The share that can't tell.
  package let unsure: Double
  /// They disagree, and nobody settled it.
  package let isSplit: Bool
  /// Each reviewer's current verdict, where they are split.
  package let wrongVotes: Int
  /// The highest severity that anybody gave; 0 where it upset nobody.
  package let severity: Int
  package let hasBadTarget: Bool

  /// Nothing where nobody has said anything of it that counts.
  package init?(of content: DigestPrefix, in book: ReviewBook) {
    if let settled = book.resolution(of: content) {
      self.init([settled])
    } else {
      self.init(book.reviews(of: content))
    }
  }

  /// What these reviews, one for each reviewer, come to.
  package init?(_ reviews: [CurrentReview]) {
    guard !reviews.isEmpty else { return nil }
    let given = reviews.compactMap(\.review.verdict)
    verdicts = given.count
    wrongVotes = given.count { $0 == .wrong }
    wrong = given.isEmpty ? 0 : Double(wrongVotes) / Double(given.count)
    unsure = given.isEmpty ? 0 : Double(given.count { $0 == .unsure }) / Double(given.count)
    isSplit = Set(given).count > 1
    severity = reviews.compactMap(\.review.upsetting?.severity).max() ?? 0
    hasBadTarget = reviews.contains { $0.review.badTarget }
  }

  package var isJudged: Bool { verdicts > 0 }
  package var isUpsetting: Bool { severity > 0 }
}
