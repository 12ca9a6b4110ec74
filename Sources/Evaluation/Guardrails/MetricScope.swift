import Predictions
import Reviewing
import Statistics

/// The predictions that a guardrail's query names, counted once for all of its metrics.
struct MetricScope: Sendable {
  /// The rows that the query matches, repeated ones too; absent where there is no query.
  let rows: RowSet?
  /// The query asks what reviewers said.
  let isChosenByReviews: Bool
  /// Every row of it and what the run's own metric says.
  let counts: RunCounts
  /// Its items.
  let cells: RunCells

  /// Linear in the rows.
  init(
    _ query: Query?, in context: QueryContext, isCancelled: @escaping @Sendable () -> Bool
  ) throws(QueryError) {
    let all = try Arranger.rows(
      Arrangement(query: query, listsCopies: true), context: context, isCancelled: isCancelled)
    let list = all ?? RowList()
    rows = query.map { _ in
      list.reduce(into: RowSet()) { $0.insert($1) }
    }
    isChosenByReviews = query?.firstTermAboutReviews != nil
    counts = RunCounts(context.snapshot, of: list)
    cells = RunCells.count(context.snapshot, of: rows, isCancelled: isCancelled)
  }

  func contains(_ row: Int) -> Bool { rows?.contains(row) ?? true }

  /// Whether the model is right as often as it is sure, over all items with a confidence and a result.
  func calibration(in snapshot: IndexSnapshot) -> Calibration {
    var calibration = Calibration()
    for number in 0..<snapshot.stretchCount {
      let stretch = snapshot.stretch(number)
      let items = stretch.items.subtracting(stretch.damaged)
      stretch.forEachConfidence(items) { place, confidence in
        guard contains(stretch.rows.lowerBound + place),
          let outcome = stretch.automatic(place)?.outcome
        else { return }
        calibration.add(confidence: confidence.written, outcome: outcome)
      }
    }
    return calibration
  }

  /// What reviewers found in its items since a moment, however they came upon them, and when somebody
  /// last gave one a verdict.
  func found(
    in snapshot: IndexSnapshot, book: ReviewBook, since: Timestamp?
  ) -> (items: JudgedItems, last: Timestamp?) {
    var items = JudgedItems()
    var last: Timestamp?
    snapshot.forEachReviewedItem(in: book) { stretch, place in
      guard contains(stretch.rows.lowerBound + place) else { return }
      let content = stretch.digest(place)
      if let value = book.value(of: content, since: since) { items.add(value) }
      let verdicts = book.reviews(of: content).filter { $0.review.verdict != nil }
      last = (verdicts.map(\.at) + [last].compactMap(\.self)).max()
    }
    return (items, last)
  }
}

extension AutomaticResult {
  /// 1 where it was right, 0 where it was wrong, or a grade.
  fileprivate var outcome: Double {
    switch self {
    case .correct: 1
    case .incorrect: 0
    case .score(let score): score
    }
  }
}
