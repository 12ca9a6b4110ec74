import Predictions
import Reviewing

/// Works out what is known of a run again and again while it is reviewed.
///
/// What does not depend on reviews is kept as long as the run and its draws stay the same.
///
///     var watch = RunWatch()
///     let standing = watch.standing(context, rules: rules)   // after every review
package struct RunWatch: Sendable {
  private struct Kept {
    let rows: Int
    let draws: [Draw]
    let evaluator: RunEvaluator
    let confidence: RunConfidence
    var metrics: MetricEvaluator
  }

  private var kept: Kept?

  package init() {}

  /// What the reviews say now. Linear in the rows times the draws where there are others than before,
  /// and in the rows for every new query of a rule; else in the reviews, but for a look at each row.
  ///
  /// - Parameter weight: the field by which predictions count in a further rate; of each drawn and
  ///   judged one the row is read.
  package mutating func standing(
    _ context: QueryContext, rules: [GuardrailRule] = [], weight: String? = nil
  ) -> RunStanding {
    var known = known(of: context)
    known.metrics.goOn(in: context, with: known.evaluator)
    defer { kept = known }
    let evaluation = known.evaluator.evaluation(context.book)
    return RunStanding(
      findings: RunFindings(evaluation, known.confidence, in: context.snapshot),
      // Those that cannot be measured are left out: `check` says why.
      guardrails: rules.compactMap { try? known.metrics.finding(of: $0) },
      weighted: weight.map { field in
        Result { () throws(QueryError) in
          try WeightedEstimate(of: evaluation, by: field, in: context)
        }
      })
  }

  private func known(of context: QueryContext) -> Kept {
    let rows = context.snapshot.rowCount
    let draws = context.book.draws.map(\.draw)
    if let kept, kept.rows == rows, kept.draws == draws { return kept }
    return Kept(
      rows: rows, draws: draws, evaluator: RunEvaluator(context),
      confidence: RunConfidence.count(context.snapshot), metrics: MetricEvaluator(context))
  }
}

/// How a run stands by all that was said of it.
package struct RunStanding: Sendable {
  package let findings: RunFindings
  /// In the order of the configuration.
  package let guardrails: [GuardrailFinding]
  /// Rates by the weight of a field; absent where none was asked for.
  package let weighted: Result<WeightedEstimate, QueryError>?

  package var evaluation: RunEvaluation { findings.evaluation }
}
