import Configuration
import Evaluation

extension GuardrailRule {
  /// The rule that a configuration writes down, over the predictions that `query` leaves.
  init?(_ guardrail: Guardrail, within query: String? = nil) {
    guard let metric = Metric(rawValue: guardrail.metric.rawValue) else { return nil }
    let parts = [query, guardrail.where].compactMap(\.self)
    self.init(
      metric: metric,
      where: parts.count > 1 ? parts.map { "(\($0))" }.joined(separator: " ") : parts.first,
      range: guardrail.range, warn: guardrail.warn, over: guardrail.over)
  }
}
