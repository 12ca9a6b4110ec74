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
  /// Somebody passed it on without having seen it, and nobody said anything of it since: it may be
  /// anything.
  package let isPassedUnseen: Bool

  /// What is known of an item that was passed on unseen.
  static let passedUnseen = ItemValue([], isPassedUnseen: true)

  /// Nothing where nobody has said anything of it that counts.
  package init?(of content: DigestPrefix, in book: ReviewBook) {
    self.init(of: content, in: book, reviews: book.reviews(of: content))
  }

  /// As ``init(of:in:)``, for whoever has asked for the current reviews already.
  init?(of content: DigestPrefix, in book: ReviewBook, reviews: [CurrentReview]) {
    if let settled = book.resolution(of: content) {
      self.init([settled])
    } else {
      self.init(reviews)
    }
  }

  /// What these reviews, one for each reviewer, come to.
  package init?(_ reviews: [CurrentReview]) {
    guard !reviews.isEmpty else { return nil }
    self.init(reviews, isPassedUnseen: false)
  }

  private init(_ reviews: [CurrentReview], isPassedUnseen: Bool) {
    self.isPassedUnseen = isPassedUnseen
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
  /// Reviewers are done with it in a draw: it has a verdict, or they said why they gave none.
  package var isSettled: Bool { isJudged || isUpsetting || isPassedUnseen }
}
