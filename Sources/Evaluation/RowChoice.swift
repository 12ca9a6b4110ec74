import Predictions
import Reviewing

/// Which rows an arrangement shows.
struct RowChoice: Sendable {
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
