import Predictions
import Reviewing
import Synchronization

/// Makes the rows of a list. Only items are listed, unless copies are asked for: a row whose input and
/// output came before is not.
///
/// Rows are chosen a stretch of the index at a time, on all processors, by masks over its columns;
/// only what those leave open is decided row by row.
package enum Arranger {
  /// Stretches that are looked at between two questions whether to stop.
  private static let stretchesPerPiece = 16

  /// The rows of `arrangement`, or nothing where it was cancelled; `progress` gets the row that is
  /// looked at, now and then, on any thread.
  ///
  /// Linear in the rows, for the selection as for the order; rows of equal rank stay in file order.
  ///
  /// - Parameter first: rows before this one are passed over, for a list that grows.
  package static func rows(
    _ arrangement: Arrangement, from first: Int = 0, context: QueryContext,
    isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(QueryError) -> RowList? {
    let snapshot = context.snapshot
    let choice = try RowChoice(arrangement, context: context)
    if isCancelled() { return nil }
    if choice.takesAll, arrangement.sort == .file, first == 0 {
      var rows = RowList()
      rows.append(contentsOf: 0..<snapshot.rowCount)
      return rows
    }
    guard arrangement.sort != .file else {
      let rows = Mutex(RowList())
      forEachPiece(from: first, in: snapshot, isCancelled, progress) { stretch in
        choice.rows(of: stretch, from: first, isCancelled).rows(from: stretch.rows.lowerBound)
      } take: { found in
        rows.withLock { $0.append(packed: found) }
      }
      return isCancelled() ? nil : rows.withLock { $0 }
    }
    let ranks = RowRanks(arrangement.sort, book: context.book, sieve: choice.sieve)
    let pieces = Mutex<[[RankedRow]]>([])
    forEachPiece(from: first, in: snapshot, isCancelled, progress) { stretch in
      ranks.ranked(choice.rows(of: stretch, from: first, isCancelled), of: stretch)
    } take: { found in
      pieces.withLock { $0.append(found) }
    }
    guard !isCancelled() else { return nil }
    return RowSorter.sorted(pieces.withLock { $0.takeAll() })
  }

  /// Calls `take` with what `work` made of some stretches each, in their order.
  private static func forEachPiece<Row: Sendable>(
    from first: Int, in snapshot: IndexSnapshot, _ isCancelled: @escaping @Sendable () -> Bool,
    _ progress: @escaping @Sendable (Int) -> Void,
    work: @escaping @Sendable (IndexStretch) -> [Row],
    take: @escaping @Sendable ([Row]) -> Void
  ) {
    let firstStretch = first / IndexStretch.capacity
    let perPiece = stretchesPerPiece
    let stretches = max(0, snapshot.stretchCount - firstStretch)
    Workforce.run(
      pieces: (stretches + perPiece - 1) / perPiece, isCancelled: isCancelled,
      work: { piece in
        let begin = firstStretch + piece * perPiece
        return (begin..<min(begin + perPiece, snapshot.stretchCount)).reduce(into: []) {
          $0 += work(snapshot.stretch($1))
        }
      },
      take: { piece, rows in
        take(rows)
        progress((firstStretch + piece * perPiece) * IndexStretch.capacity)
      })
  }
}

extension Array {
  /// All elements, which are no longer here.
  fileprivate mutating func takeAll() -> [Element] {
    defer { self = [] }
    return self
  }
}
