import Predictions
import Synchronization

/// The items of an index that a query asks for.
package struct ItemSelection: Sendable {
  /// The first row of each.
  package let rows: RowSet
  /// The query asks what reviewers said, so what it selects is no random sample of anything.
  package let isChosenByReviews: Bool

  /// Asks the query of every item, on all processors; nothing where it was cancelled.
  package init?(
    _ query: Query, in context: QueryContext,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(QueryError) {
    let found = try Arranger.rows(
      Arrangement(query: query), context: context, isCancelled: isCancelled)
    guard let found else { return nil }
    rows = found.reduce(into: RowSet()) { $0.insert($1) }
    isChosenByReviews = query.firstTermAboutReviews != nil
  }
}

extension IndexSnapshot {
  /// The items of a stretch whose first row is among `rows`, damaged rows aside.
  func items(of stretch: IndexStretch, among rows: RowSet?) -> RowMask {
    var items = stretch.items.subtracting(stretch.damaged)
    guard let rows else { return items }
    items.forEach { place in
      if !rows.contains(stretch.rows.lowerBound + place) { items[place] = false }
    }
    return items
  }

  /// Gathers something of every item whose first row is among `rows`, damaged rows aside, on all
  /// processors.
  ///
  /// - Parameters:
  ///   - empty: what it begins with, for each part of the rows.
  ///   - merge: puts two parts together, in the order of the rows.
  func reduceItems<Whole: Sendable>(
    of rows: RowSet?, into empty: Whole,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    add: @escaping @Sendable (inout Whole, IndexStretch, RowMask) -> Void,
    merge: @escaping @Sendable (inout Whole, Whole) -> Void
  ) -> Whole {
    let whole = Mutex(empty)
    let perPiece = 16
    Workforce.run(
      pieces: (stretchCount + perPiece - 1) / perPiece, isCancelled: isCancelled,
      work: { piece in
        let first = piece * perPiece
        return (first..<min(first + perPiece, stretchCount)).reduce(into: empty) { part, number in
          let stretch = stretch(number)
          add(&part, stretch, items(of: stretch, among: rows))
        }
      },
      take: { _, part in whole.withLock { merge(&$0, part) } })
    return whole.withLock { $0 }
  }
}
