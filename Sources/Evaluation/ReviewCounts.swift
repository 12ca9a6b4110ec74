import Predictions
import Reviewing

/// How many predictions of an index were judged, and what was found: counts, never rates.
///
/// Browsing is not a sample, so these numbers say what was done and not how good the model is.
/// They follow an index that grows: ``count(upTo:book:)`` looks at the new rows only.
package struct ReviewCounts: Hashable, Sendable {
  /// How far the reviewers came in one tier.
  package struct InTier: Hashable, Sendable {
    /// Items with a verdict by anyone.
    package fileprivate(set) var judged = 0
    package fileprivate(set) var judgedByMe = 0
  }

  /// Items with a verdict by anyone.
  package private(set) var judged = 0
  package private(set) var judgedByMe = 0
  /// Items that anyone's current review calls wrong, can't tell, upsetting, with a bad target.
  package private(set) var wrong = 0
  package private(set) var unsure = 0
  package private(set) var upsetting = 0
  package private(set) var badTarget = 0
  private var tiers: [Tier: InTier] = [:]
  /// How many rows of the index were looked at.
  package private(set) var rowsCounted = 0
  /// The revision of the book that was asked.
  package private(set) var revision = 0
  private let reviewer: String

  /// Nothing is counted yet; `reviewer` is who `ByMe` means.
  package init(reviewer: String) {
    self.reviewer = reviewer
  }

  /// How far the reviewers came in `tier`.
  package subscript(tier: Tier) -> InTier { tiers[tier] ?? InTier() }

  /// Counts the rows of `snapshot` that were not counted yet; linear in them.
  ///
  /// A book that changed is counted from the start, since any row may be concerned.
  package mutating func count(upTo snapshot: IndexSnapshot, book: ReviewBook) {
    if revision != book.revision { self = ReviewCounts(reviewer: reviewer) }
    revision = book.revision
    defer { rowsCounted = max(rowsCounted, snapshot.rowCount) }
    guard !book.isEmpty, rowsCounted < snapshot.rowCount else { return }
    let sieve = book.sieve
    for number in rowsCounted / IndexStretch.capacity..<snapshot.stretchCount {
      let stretch = snapshot.stretch(number)
      stretch.items.intersection(stretch.rows(passing: sieve)).forEach { place in
        let digest = stretch.digest(place)
        guard stretch.rows.lowerBound + place >= rowsCounted, book.hasReviews(of: digest) else {
          return
        }
        let tier = snapshot.tiers[stretch.tier(place)].tier
        count(book.reviews(of: digest), tier: tier, by: 1)
      }
    }
  }

  /// Follows a change about the item of `row` alone, in constant time.
  package mutating func recount(
    row: Int, of snapshot: IndexSnapshot, from old: ReviewBook, to new: ReviewBook
  ) {
    let entry = snapshot[row]
    let tier = snapshot.tiers[entry.tier].tier
    count(old.reviews(of: entry.digest), tier: tier, by: -1)
    count(new.reviews(of: entry.digest), tier: tier, by: 1)
    revision = new.revision
  }

  private mutating func count(_ reviews: [CurrentReview], tier: Tier, by step: Int) {
    if reviews.contains(where: { $0.review.verdict != nil }) {
      judged += step
      tiers[tier, default: InTier()].judged += step
    }
    if reviews.contains(where: { $0.by == reviewer && $0.review.verdict != nil }) {
      judgedByMe += step
      tiers[tier, default: InTier()].judgedByMe += step
    }
    if reviews.contains(where: { $0.review.verdict == .wrong }) { wrong += step }
    if reviews.contains(where: { $0.review.verdict == .unsure }) { unsure += step }
    if reviews.contains(where: { $0.review.upsetting != nil }) { upsetting += step }
    if reviews.contains(where: { $0.review.badTarget }) { badTarget += step }
  }
}
