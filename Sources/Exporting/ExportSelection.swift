import Predictions
import Reviewing

/// Which predictions an export takes, and which of their reviews.
///
/// A review counts when it passes ``by``, ``since`` and ``known``. Unless ``includesUnflagged``, a
/// prediction is taken when one of its counting reviews flags it as wrong, upsetting or with a bad
/// target; a resolution among them decides alone. With it, every prediction is taken, or, where
/// reviews are narrowed down, every one with a counting review.
package struct ExportSelection: Sendable {
  package var includesUnflagged: Bool
  /// Only reviews by this person.
  package var by: String?
  /// Only reviews made at this moment or later.
  package var since: Timestamp?
  /// Events that an earlier export had seen, as ``LedgerCut`` finds them; their reviews do not count.
  package var known: Set<EventID>
  /// Only predictions that the query matches.
  package var query: Query?

  package init(
    includesUnflagged: Bool = false, by: String? = nil, since: Timestamp? = nil,
    known: Set<EventID> = [], query: Query? = nil
  ) {
    self.includesUnflagged = includesUnflagged
    self.by = by
    self.since = since
    self.known = known
    self.query = query
  }

  var narrowsReviews: Bool { by != nil || since != nil || !known.isEmpty }

  func counts(_ review: CurrentReview) -> Bool {
    if let by, review.by != by { return false }
    if let since, review.at < since { return false }
    return !known.contains(review.id)
  }
}
