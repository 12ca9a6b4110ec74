import Evaluation
import Predictions
import Reviewing

/// Lines for the history, about the predictions that are open.
struct HistoryEntries {
  private let context: QueryContext
  private let heads: [String]
  private let files: [String]
  private let first: Prediction?

  init(_ context: QueryContext, heads: [String], files: [String]) {
    self.context = context
    self.heads = heads
    self.files = files
    first = context.snapshot.rowCount > 0 ? context.store.prediction(at: 0) : nil
  }

  /// Every metric that has a value, and those of the guardrails with their ranges and states.
  func metrics(
    _ findings: [GuardrailFinding], within query: String?, _ evaluator: inout MetricEvaluator
  ) throws(QueryError) -> HistoryEntry {
    var values = findings.map { HistoryEntry.Value($0) }
    for metric in Metric.allCases {
      let isKnown = values.contains {
        $0.metric == metric.rawValue && $0.where == query && $0.over == nil
      }
      guard !isKnown else { continue }
      let measurement = try evaluator.measure(metric, where: query)
      if measurement.value != nil {
        values.append(HistoryEntry.Value(measurement, where: query))
      }
    }
    var entry = entry(.metrics)
    entry.content = RunFingerprint.text(of: context.snapshot)
    entry.metrics = values
    entry.heads = heads
    return entry
  }

  /// That a guardrail was left, and how the response fared.
  func incident(_ finding: GuardrailFinding, _ response: Response) -> HistoryEntry {
    var entry = entry(.incident)
    entry.guardrail = HistoryEntry.Value(finding)
    entry.response = response.record
    return entry
  }

  private func entry(_ event: HistoryEntry.Event) -> HistoryEntry {
    var entry = HistoryEntry(event, at: context.now.text)
    entry.by = context.reviewer
    entry.run = first?.run
    entry.model = first?.model
    entry.files = files
    return entry
  }
}

extension Response {
  /// As histories keep it.
  fileprivate var record: HistoryEntry.Answer {
    let (ending, status): (String, Int?) =
      switch outcome.ending {
      case .exited(let status): ("exited", Int(status))
      case .signalled(let signal): ("signalled", Int(signal))
      case .stopped: ("stopped", nil)
      case .notStarted: ("not-started", nil)
      }
    return HistoryEntry.Answer(command: command, ending: ending, status: status)
  }
}
