/// Trends as JSON, for whoever draws them with something else.
package struct TrendReport: Encodable, Sendable {
  package struct Damage: Encodable, Sendable {
    package let line: Int
    package let reason: String
  }

  package let history: String
  package let runs: Int
  package let damaged: [Damage]
  package let metrics: [MetricTrend]
  /// Guardrails that were left and answered, oldest first.
  package let incidents: [HistoryEntry]

  /// - Parameter wanted: names of metrics; all of them where empty.
  package init(_ reading: HistoryReading, of path: String, wanted: [String] = []) {
    history = path
    damaged = reading.damage.map { Damage(line: $0.line, reason: $0.reason) }
    let all = MetricTrend.all(of: reading.entries)
    metrics = wanted.isEmpty ? all : all.filter { wanted.contains($0.metric) }
    runs = all.map(\.points.count).max() ?? 0
    incidents = reading.entries.filter { $0.event == .incident }
  }
}

extension MetricTrend: Encodable {
  private enum CodingKeys: String, CodingKey { case metric, `where`, over, centre, points }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(metric, forKey: .metric)
    try container.encodeIfPresent(`where`, forKey: .where)
    try container.encodeIfPresent(over, forKey: .over)
    try container.encodeIfPresent(centre, forKey: .centre)
    try container.encode(points, forKey: .points)
  }
}

extension MetricTrend.Point: Encodable {
  private enum CodingKeys: String, CodingKey {
    case at, run, model, value, low, high, n, method, soFar, range, state, limits, marks
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(at, forKey: .at)
    try container.encodeIfPresent(run, forKey: .run)
    try container.encodeIfPresent(model, forKey: .model)
    try container.encodeIfPresent(value.value, forKey: .value)
    try container.encodeIfPresent(value.low, forKey: .low)
    try container.encodeIfPresent(value.high, forKey: .high)
    try container.encodeIfPresent(value.n, forKey: .n)
    try container.encodeIfPresent(value.method, forKey: .method)
    try container.encodeIfPresent(value.soFar, forKey: .soFar)
    try container.encodeIfPresent(value.range, forKey: .range)
    try container.encodeIfPresent(value.state, forKey: .state)
    try container.encodeIfPresent(limits?.ends, forKey: .limits)
    if !marks.isEmpty { try container.encode(marks.map(\.rawValue), forKey: .marks) }
  }
}
