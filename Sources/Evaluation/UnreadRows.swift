import Predictions
import Synchronization

/// Rows that could not be read again when their text was asked for: a file was replaced, cut or
/// removed since it was opened. What they say nobody knows, so no answer may pass over them in silence.
package struct UnreadRows: Hashable, Sendable {
  private var rows = RowSet()
  private var paths: Set<String> = []

  package init() {}

  package var isEmpty: Bool { rows.isEmpty }
  package var count: Int { rows.count }

  mutating func insert(_ row: Int, of path: String) {
    rows.insert(row)
    paths.insert(path)
  }

  /// How many there are, where, and what to do; nothing where there are none.
  package var words: String? {
    guard let path = paths.first else { return nil }
    let rows = count == 1 ? "1 row" : "\(count) rows"
    return paths.count == 1
      ? "\(rows) of \(path) could not be read again: it was changed meanwhile, open it again"
      : "\(rows) of \(paths.count) files could not be read again: they were changed meanwhile, "
        + "open them again"
  }
}

/// Gathers unread rows from all threads that ask one context.
final class UnreadRowsNote: Sendable {
  private let rows = Mutex(UnreadRows())

  var value: UnreadRows { rows.withLock { $0 } }

  func insert(_ row: Int, of path: String) { rows.withLock { $0.insert(row, of: path) } }
}
