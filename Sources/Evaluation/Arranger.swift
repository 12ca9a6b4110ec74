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

/// Which rows an arrangement shows.
private struct RowChoice: Sendable {
  private let arrangement: Arrangement
  private let context: QueryContext
  private let matcher: QueryMatcher?
  private let filter: RowFilter?
  /// What anybody said something about.
  let sieve: DigestSieve

  init(_ arrangement: Arrangement, context: QueryContext) throws(QueryError) {
    self.arrangement = arrangement
    self.context = context
    matcher = try arrangement.query.map { query throws(QueryError) in
      try QueryMatcher(query, context: context)
    }
    sieve = context.book.sieve
    filter = matcher?.filter(sieve: sieve)
  }

  /// Nothing is left out.
  var takesAll: Bool {
    arrangement.query == nil && arrangement.tier == nil && !leavesOut
      && (arrangement.listsCopies || context.snapshot.itemCount == context.snapshot.rowCount)
  }

  private var leavesOut: Bool {
    arrangement.leavesOutShielded || !arrangement.avoided.isEmpty
  }

  /// The rows of a stretch that are shown.
  func rows(
    of stretch: IndexStretch, from first: Int, _ isCancelled: () -> Bool
  ) -> RowMask {
    var rows =
      arrangement.listsCopies ? RowMask(repeating: true, count: stretch.count) : stretch.items
    if let tier = arrangement.tier { rows.formIntersection(stretch.rows(ofTiers: { $0 == tier })) }
    for place in 0..<max(0, min(first - stretch.rows.lowerBound, stretch.count)) {
      rows[place] = false
    }
    if leavesOut { leaveOut(&rows, of: stretch) }
    guard let filter, let matcher, !rows.isEmpty else { return rows }
    let truth = filter.truth(in: stretch)
    var shown = rows.intersection(truth.yes)
    var open = rows.subtracting(truth.yes).subtracting(truth.no)
    guard !open.isEmpty, !isCancelled() else { return shown }
    open.subtract(filter.truth(in: stretch, reading: open).no)
    open.forEach { place in
      // Reading texts takes long, and what is cancelled is thrown away.
      guard !isCancelled() else { return }
      if matcher.matches(row: stretch.rows.lowerBound + place) { shown[place] = true }
    }
    return shown
  }

  private func leaveOut(_ rows: inout RowMask, of stretch: IndexStretch) {
    if arrangement.leavesOutShielded { rows.subtract(stretch.shielded) }
    rows.intersection(stretch.rows(passing: sieve)).forEach { place in
      guard let flag = context.book.upsetting(stretch.digest(place)) else { return }
      let isAvoided = flag.categories.contains(where: arrangement.avoided.contains)
      if arrangement.leavesOutShielded || isAvoided { rows[place] = false }
    }
  }
}
