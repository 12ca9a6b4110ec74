import Evaluation
import Predictions
import Reviewing
import Synchronization

/// Keeps what an evaluation needs of a run as long as the run and its draws stay the same.
final class EvaluatorKeeper: Sendable {
  private struct Kept: Sendable {
    let rows: Int
    let draws: [EventID]
    let evaluator: RunEvaluator
  }

  private let kept = Mutex<Kept?>(nil)

  /// What the reviews say now; counts the items only where there are others than before.
  func evaluation(_ context: QueryContext) throws(QueryError) -> RunEvaluation {
    let draws = context.book.draws.map(\.id)
    let known = kept.withLock { $0 }
    if let known, known.rows == context.snapshot.rowCount, known.draws == draws {
      return known.evaluator.evaluation(context.book)
    }
    let evaluator = try RunEvaluator(context)
    kept.withLock {
      $0 = Kept(rows: context.snapshot.rowCount, draws: draws, evaluator: evaluator)
    }
    return evaluator.evaluation(context.book)
  }
}
