import Foundation
import Statistics

/// One line of a history: what the metrics of a run were, or that a guardrail was left and answered.
///
/// A history is JSON Lines that only grow, like a ledger, and holds no text of predictions. Keys that
/// are not known here stay in the file, which is never rewritten.
///
/// A metric keeps its numbers, its allowed range and its state as they were then.
package struct HistoryEntry: Codable, Hashable, Sendable {
  package enum Event: String, Codable, Hashable, Sendable {
    case metrics, incident
  }

  package struct Value: Codable, Hashable, Sendable {
    package var metric: String
    package var `where`: String?
    package var over: String?
    package var value: Double?
    package var low: Double?
    package var high: Double?
    package var n: Int?
    package var events: Double?
    package var method: String?
    package var soFar: Bool?
    /// Its ends; one that is not there is `null`.
    package var range: [Double?]?
    package var state: String?
  }

  /// What was run because a guardrail was left.
  package struct Answer: Codable, Hashable, Sendable {
    package var command: String
    package var ending: String
    package var status: Int?

    package init(command: String, ending: String, status: Int?) {
      self.command = command
      self.ending = ending
      self.status = status
    }
  }

  package var v = 1
  package var event: Event
  /// When it was measured, and by whom.
  package var at: String
  package var by: String?
  package var run: String?
  package var model: String?
  package var files: [String]?
  /// Tells runs of one name apart; see ``RunFingerprint``.
  package var content: String?
  package var metrics: [Value]?
  package var guardrail: Value?
  package var response: Answer?
  package var heads: [String]?

  package init(_ event: Event, at: String) {
    self.event = event
    self.at = at
  }

  /// The line without its end; keys sorted, so that it reads the same every time.
  package var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Numbers that are not finite are absent everywhere, and nothing else can fail.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

extension HistoryEntry.Value {
  package init(_ measurement: Measurement, where text: String? = nil, over: String? = nil) {
    self.init(metric: measurement.metric.rawValue)
    (`where`, self.over) = (text, over)
    (value, n, events) = (measurement.value, measurement.n, measurement.events)
    (low, high) = (measurement.interval?.low, measurement.interval?.high)
    method = measurement.method
    soFar = measurement.isSoFar ? true : nil
  }

  /// As measured for a guardrail, with its range and state.
  package init(_ finding: GuardrailFinding) {
    self.init(finding.measurement, where: finding.rule.where, over: finding.rule.period)
    range = finding.rule.range.ends
    state = finding.state.rawValue
  }

  init(metric: String) { self.metric = metric }
}
