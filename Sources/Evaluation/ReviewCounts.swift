import Predictions
import Reviewing

/// How many predictions of an index were judged, and what was found: counts, never rates.
///
/// Browsing is not a sample, so these numbers say what was done and not how good the model is.
package struct ReviewCounts: Hashable, Sendable {
  /// Items with a verdict by anyone.
  package private(set) var judged = 0
  package private(set) var judgedByMe = 0
  /// Items that anyone's current review calls wrong, can't tell, upsetting, with a bad target.
  package private(set) var wrong = 0
  package private(set) var unsure = 0
  package private(set) var upsetting = 0
  package private(set) var badTarget = 0
  /// Items with a verdict by anyone, for each tier of the snapshot.
  package private(set) var judgedPerTier: [Int]

  /// Counts over all rows of `snapshot`; linear in them, with one lookup for each item.
  package init(book: ReviewBook, snapshot: IndexSnapshot, reviewer: String) {
    judgedPerTier = Array(repeating: 0, count: snapshot.tiers.count)
    guard !book.isEmpty else { return }
    for row in 0..<snapshot.rowCount {
      let entry = snapshot[row]
      guard entry.firstRow == row, book.hasReviews(of: entry.digest) else { continue }
      count(book.reviews(of: entry.digest), tier: entry.tier, reviewer: reviewer)
    }
  }

  private mutating func count(_ reviews: [CurrentReview], tier: Int, reviewer: String) {
    if reviews.contains(where: { $0.review.verdict != nil }) {
      judged += 1
      judgedPerTier[tier] += 1
    }
    if reviews.contains(where: { $0.by == reviewer && $0.review.verdict != nil }) {
      judgedByMe += 1
    }
    if reviews.contains(where: { $0.review.verdict == .wrong }) { wrong += 1 }
    if reviews.contains(where: { $0.review.verdict == .unsure }) { unsure += 1 }
    if reviews.contains(where: { $0.review.upsetting != nil }) { upsetting += 1 }
    if reviews.contains(where: { $0.review.badTarget }) { badTarget += 1 }
  }
}
