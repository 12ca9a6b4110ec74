import Predictions
import Reviewing

/// Makes the rows of a list. Only items are listed: a row whose input and output came before is not.
package enum Arranger {
  /// How many rows are looked at between two questions whether to stop.
  private static let stride = 1_024

  /// The rows of `arrangement`, or nothing where it was cancelled; `progress` gets the row that is
  /// looked at, now and then.
  ///
  /// Linear in the rows for the selection, n log n in the selected ones for the order; rows of equal
  /// rank stay in file order.
  package static func rows(
    _ arrangement: Arrangement, context: QueryContext, isCancelled: () -> Bool,
    progress: (Int) -> Void = { _ in }
  ) throws(QueryError) -> [Int]? {
    let matcher = try arrangement.query.map { query throws(QueryError) in
      try QueryMatcher(query, context: context)
    }
    var rows: [Int] = []
    for row in 0..<context.snapshot.rowCount {
      if row % stride == 0 {
        if isCancelled() { return nil }
        progress(row)
      }
      guard isListed(row, arrangement, context), matcher?.matches(row: row) ?? true else {
        continue
      }
      rows.append(row)
    }
    return isCancelled() ? nil : ordered(rows, by: arrangement.sort, context)
  }

  private static func isListed(
    _ row: Int, _ arrangement: Arrangement, _ context: QueryContext
  ) -> Bool {
    let entry = context.snapshot[row]
    guard entry.firstRow == row else { return false }
    if let tier = arrangement.tier, entry.tier != tier { return false }
    guard arrangement.leavesOutShielded || !arrangement.avoided.isEmpty else { return true }
    let flag = context.book.upsetting(entry.digest)
    if arrangement.leavesOutShielded, entry.isShielded || flag != nil { return false }
    return flag?.categories.contains(where: arrangement.avoided.contains) != true
  }

  private static func ordered(
    _ rows: [Int], by sort: SortOrder, _ context: QueryContext
  ) -> [Int] {
    switch sort {
    case .file: rows
    case .uncertain: sorted(rows) { -uncertainty(context.snapshot[$0]) }
    case .suspicious: sorted(rows) { -suspicion(context.snapshot[$0]) }
    case .disagreement: sorted(rows) { -disagreement(context.snapshot[$0], context.book) }
    case .random: sorted(rows) { randomRank(context.snapshot[$0], row: $0) }
    }
  }

  private static func sorted<Rank: Comparable>(_ rows: [Int], by rank: (Int) -> Rank) -> [Int] {
    rows.map { (rank: rank($0), row: $0) }
      .sorted { ($0.rank, $0.row) < ($1.rank, $1.row) }.map(\.row)
  }

  /// What nothing tells about comes last.
  private static func uncertainty(_ entry: RowEntry) -> Float {
    entry.uncertainty.isNaN ? -1 : entry.uncertainty
  }

  /// Confident mistakes by how confident they were, above anything that only shows signs.
  private static func suspicion(_ entry: RowEntry) -> Float {
    let signs = Float(entry.signs) / 256
    guard entry.automatic == .incorrect else { return signs }
    return 1 + (entry.confidence.isNaN ? 0 : entry.confidence) + signs
  }

  /// Reviewers against each other weighs more than reviewers against the metric.
  private static func disagreement(_ entry: RowEntry, _ book: ReviewBook) -> Int {
    let verdicts = Set(book.reviews(of: entry.digest).compactMap(\.review.verdict))
    let againstMetric =
      (verdicts.contains(.wrong) && entry.automatic == .correct)
      || (verdicts.contains(.ok) && entry.automatic == .incorrect)
    return 2 * max(0, verdicts.count - 1) + (againstMetric ? 1 : 0)
  }

  /// The digest is as good as random and the same everywhere; without one the place is mixed.
  private static func randomRank(_ entry: RowEntry, row: Int) -> UInt64 {
    let seed = entry.digest.low == 0 ? UInt64(row) &+ 1 : entry.digest.low
    return seed &* 0x9E37_79B9_7F4A_7C15
  }
}
