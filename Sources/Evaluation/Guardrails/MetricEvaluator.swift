import Predictions
import Reviewing
import Statistics

/// Measures metrics of a run and of its parts, as guardrails, histories and the answer to what is
/// overdue want them.
///
///     var evaluator = MetricEvaluator(context)
///     let wrong = try evaluator.measure(.wrongRate, where: "tier:hard", over: 14 * 86_400)
package struct MetricEvaluator: Sendable {
  private(set) var context: QueryContext
  /// Made where it is first asked for: counts need no draws.
  private var runs: RunEvaluator?
  private let isCancelled: @Sendable () -> Bool
  private var scopes: [String?: MetricScope] = [:]

  package init(
    _ context: QueryContext, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.context = context
    self.isCancelled = isCancelled
  }

  /// Goes on with what the ledger says now, over the same predictions: what does not depend on reviews
  /// is kept.
  ///
  /// - Parameter runs: over all predictions, with the draws that the ledger has now.
  mutating func goOn(in context: QueryContext, with runs: RunEvaluator) {
    self.context = context
    self.runs = runs
    scopes = scopes.filter { !$0.value.isChosenByReviews }
  }

  /// The metric over the predictions that a query matches; linear in the rows for every new query, and
  /// for the first estimate in the rows times the draws.
  ///
  /// Throws where the query does not fit these predictions.
  ///
  /// - Parameter over: how many seconds before now reviews count; what the rows themselves tell has
  ///   no time.
  package mutating func measure(
    _ metric: Metric, where text: String? = nil, over: Int? = nil
  ) throws(QueryError) -> Measurement {
    let scope = try scope(text)
    let since = over.map { Timestamp(milliseconds: context.now.milliseconds - Int64($0) * 1000) }
    if let known = automatic(metric, scope) { return known }
    if metric.isEstimated {
      // Who picks predictions by what was found in them has no random sample of them.
      if scope.isChosenByReviews {
        return Measurement(
          metric,
          missing: "the query asks what reviewers said, so what it selects is no random sample")
      }
      return estimated(metric, scope, runEvaluator(), where: text, since: since)
    }
    return found(metric, scope, since: since)
  }

  /// The state of a guardrail.
  package mutating func finding(of rule: GuardrailRule) throws(QueryError) -> GuardrailFinding {
    GuardrailFinding(rule, try measure(rule.metric, where: rule.where, over: rule.over))
  }

  private mutating func scope(_ text: String?) throws(QueryError) -> MetricScope {
    if let scope = scopes[text] { return scope }
    let query = try text.map { text throws(QueryError) in try Query.parse(text) }
    let scope = try MetricScope(query, in: context, isCancelled: isCancelled)
    scopes[text] = scope
    return scope
  }

  private mutating func runEvaluator() -> RunEvaluator {
    if let runs { return runs }
    let made = RunEvaluator(context, isCancelled: isCancelled)
    runs = made
    return made
  }

  /// What the rows themselves tell: it is known of all of them, so repeated rows count as often as
  /// they come, as in every other count of rows.
  private func automatic(_ metric: Metric, _ scope: MetricScope) -> Measurement? {
    let rows = scope.counts.all.rows
    switch metric {
    case .predictions:
      return Measurement(metric, known: Double(rows), n: nil, method: "count")
    case .damagedRate:
      guard rows > 0 else { return Measurement(metric, missing: "there are no predictions", n: 0) }
      let damaged = Double(scope.counts.damaged)
      return Measurement(
        metric, known: damaged / Double(rows), n: rows, events: damaged, method: "count")
    case .accuracy:
      guard let rate = AutomaticMetric(scope.counts.all)?.accuracy else {
        return Measurement(
          metric, missing: "no prediction is said to be correct or incorrect", n: 0)
      }
      return Measurement(metric, rate)
    case .meanScore:
      let automatic = AutomaticMetric(scope.counts.all)
      guard let automatic, let mean = automatic.mean else {
        return Measurement(metric, missing: "no prediction has a score", n: 0)
      }
      return Measurement(metric, known: mean, n: automatic.graded, method: "mean")
    case .calibrationError:
      let calibration = scope.calibration(in: context.snapshot)
      guard let error = calibration.bins.expectedCalibrationError else {
        return Measurement(
          metric, missing: "no prediction has both a confidence and an automatic result", n: 0)
      }
      return Measurement(metric, known: error, n: calibration.count, method: "ece-15")
    default: return nil
    }
  }
}
