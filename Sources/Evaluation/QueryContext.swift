import Predictions
import Reviewing

/// What a query is asked of: the predictions, what was said about them, who asks, and when.
package struct QueryContext: Sendable {
  package let snapshot: IndexSnapshot
  package let store: PredictionStore
  package let book: ReviewBook
  /// The reviewer whom `unreviewed-by-me` and `passed-to:me` mean.
  package let reviewer: String
  package let now: Timestamp
  /// Reads a review's comment, which stays on disk.
  package let comment: @Sendable (CurrentReview) -> String?
  /// Shared by all copies of the context.
  let unreadNote = UnreadRowsNote()

  /// Rows that queries asked in this context could not read, and that passed none of them.
  package var unread: UnreadRows { unreadNote.value }

  func noteUnread(_ row: Int) {
    unreadNote.insert(row, of: snapshot.files[snapshot.file(of: row)].path)
  }

  package init(
    snapshot: IndexSnapshot, store: PredictionStore, book: ReviewBook, reviewer: String,
    now: Timestamp, comment: @escaping @Sendable (CurrentReview) -> String? = { _ in nil }
  ) {
    self.snapshot = snapshot
    self.store = store
    self.book = book
    self.reviewer = reviewer
    self.now = now
    self.comment = comment
  }
}
