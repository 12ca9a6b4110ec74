import Statistics

/// What became of a guardrail: its metric's value, and how that lies to the allowed range.
package struct GuardrailFinding: Sendable {
  package enum State: String, CaseIterable, Hashable, Sendable {
    /// All of the interval, or what is known for sure, lies in the range; its ends are in it.
    case inside
    /// The interval straddles an end of the range: nobody knows yet.
    case open
    /// All of the interval lies outside.
    case left
    /// Nothing was judged yet, or nothing tells.
    case waiting
  }

  package let rule: GuardrailRule
  package let measurement: Measurement
  package let state: State
  /// Inside of the range, but the value is where a warning was asked for.
  package let isWarning: Bool
  /// About how many more reviews decide an open one; absent where nobody can say.
  package let more: Int?

  package init(_ rule: GuardrailRule, _ measurement: Measurement) {
    self.rule = rule
    self.measurement = measurement
    state = Self.state(of: measurement, rule.range)
    isWarning =
      state != .left
      && (measurement.value.map { rule.warn?.contains($0) == false } ?? false)
    more = state == .open ? measurement.reviewsUntilDecided(rule.range) : nil
  }

  private static func state(
    of measurement: Measurement, _ range: ClosedRange<Double>
  ) -> State {
    guard let value = measurement.value else { return .waiting }
    guard measurement.metric.isEstimated else { return range.contains(value) ? .inside : .left }
    // A coefficient of one pair has a value and no interval.
    guard let interval = measurement.interval else { return .open }
    if range.contains(interval.low), range.contains(interval.high) { return .inside }
    return interval.high < range.lowerBound || interval.low > range.upperBound ? .left : .open
  }
}

extension GuardrailFinding: Encodable {
  private enum CodingKeys: String, CodingKey {
    case metric, `where`, over, range, warn, value, low, high, n, events, runs, method, soFar, state
    case warning, more, sentence
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rule.metric.rawValue, forKey: .metric)
    try container.encodeIfPresent(rule.where, forKey: .where)
    try container.encodeIfPresent(rule.period, forKey: .over)
    try container.encode(rule.range.ends, forKey: .range)
    try container.encodeIfPresent(rule.warn?.ends, forKey: .warn)
    try container.encodeIfPresent(measurement.value, forKey: .value)
    try container.encodeIfPresent(measurement.interval?.low, forKey: .low)
    try container.encodeIfPresent(measurement.interval?.high, forKey: .high)
    try container.encodeIfPresent(measurement.n, forKey: .n)
    try container.encodeIfPresent(measurement.events, forKey: .events)
    try container.encodeIfPresent(measurement.runs, forKey: .runs)
    try container.encodeIfPresent(measurement.method, forKey: .method)
    if measurement.isSoFar { try container.encode(true, forKey: .soFar) }
    try container.encode(state.rawValue, forKey: .state)
    if isWarning { try container.encode(true, forKey: .warning) }
    try container.encodeIfPresent(more, forKey: .more)
    try container.encode(sentence, forKey: .sentence)
  }
}
