import Evaluation
import Exporting
import Predictions

/// The predictions that a report lists by name.
struct FlaggedList {
  /// The most serious of what was flagged: by severity, then by how many call it wrong.
  let flagged: [ExportedPrediction]
  /// The ids of those about which reviewers disagree.
  let disputed: [String]

  /// Reads at most so many of both.
  init(_ evaluation: RunEvaluation, in context: QueryContext, most: Int) throws(QueryError) {
    let export = try FlaggedExport(ExportSelection(), context: context)
    let ranked = evaluation.flagged.map { row in
      (row: row, value: context.book.value(of: context.snapshot[row].digest))
    }
    flagged = ranked.sorted { left, right in
      let one = (left.value?.severity ?? 0, left.value?.wrong ?? 0)
      let other = (right.value?.severity ?? 0, right.value?.wrong ?? 0)
      return one == other ? left.row < right.row : one > other
    }
    .prefix(most).map { export.prediction(at: $0.row) }
    disputed = evaluation.disputed.prefix(most).map { context.store.prediction(at: $0).key }
  }
}
