import Predictions
import Reviewing

extension IndexSnapshot {
  /// Calls `body` with every item, damaged rows aside, about which something was said.
  ///
  /// One look at each row, and a look into the book for those of which something may have been said.
  func forEachReviewedItem(
    in book: ReviewBook, of rows: RowSet? = nil,
    _ body: (_ stretch: IndexStretch, _ place: Int) -> Void
  ) {
    guard !book.isEmpty else { return }
    let sieve = book.sieve
    for number in 0..<stretchCount {
      let stretch = stretch(number)
      items(of: stretch, among: rows).intersection(stretch.rows(passing: sieve))
        .forEach { place in
          if book.hasReviews(of: stretch.digest(place)) { body(stretch, place) }
        }
    }
  }
}
