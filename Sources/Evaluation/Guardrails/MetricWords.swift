/// Numbers of metrics in words for people.
extension Metric {
  /// `14.1 %`, `3`, `2.5 days`, `.62`.
  package func words(_ value: Double) -> String {
    switch unit {
    case .share: Self.rounded(value * 100, to: 1) + " %"
    case .count: Self.rounded(value, to: 0)
    case .days:
      Self.rounded(value, to: value == value.rounded() ? 0 : 1) + (value == 1 ? " day" : " days")
    case .number: Self.rounded(value, to: 3)
    }
  }

  /// `9.9–18.3`
  package func words(_ low: Double, _ high: Double) -> String {
    let scale = unit == .share ? 100.0 : 1
    let digits = unit == .number ? 3 : unit == .count ? 0 : 1
    return Self.rounded(low * scale, to: digits) + "–" + Self.rounded(high * scale, to: digits)
  }

  /// `at most 15.0 %`, `at least 90.0 %`, `90.0–95.0 %`, `0`.
  package func words(_ range: ClosedRange<Double>) -> String {
    if range.lowerBound == range.upperBound { return words(range.lowerBound) }
    let isOpenBelow = range.lowerBound <= bounds.lowerBound
    let isOpenAbove = range.upperBound >= bounds.upperBound
    switch (isOpenBelow, isOpenAbove) {
    case (true, true): return "anything"
    case (true, false): return "at most " + words(range.upperBound)
    case (false, true): return "at least " + words(range.lowerBound)
    case (false, false):
      return words(range.lowerBound, range.upperBound)
        + (unit == .share ? " %" : unit == .days ? " days" : "")
    }
  }

  static func rounded(_ value: Double, to digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let scale = [1.0, 10, 100, 1000][min(digits, 3)]
    let whole = Int64((abs(value) * scale).rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    let unit = Int64(scale)
    guard digits > 0 else { return sign + String(whole) }
    let rest = String(whole % unit)
    return sign + String(whole / unit) + "." + String(repeating: "0", count: digits - rest.count)
      + rest
  }
}

extension Measurement {
  /// `14.1 % of 118 (9.9–18.3)`, or why there is no value.
  package var words: String {
    guard let value else { return reason ?? "not known" }
    var words = metric.words(value)
    if let n { words += metric.unit == .count ? " among \(n) looked at" : " of \(n)" }
    if let runs { words += " in \(runs) \(runs == 1 ? "run" : "runs")" }
    if let interval {
      words += " (\(isSoFar ? "so far " : "")\(metric.words(interval.low, interval.high)))"
    }
    return words
  }
}

extension GuardrailFinding {
  /// What it amounts to, for people: `wrong-rate of tier:hard is 14.1 % of 118 (9.9–18.3); allowed is
  /// at most 15.0 %; open: about 240 more reviews would tell`.
  package var sentence: String {
    let allowed = "allowed is \(rule.metric.words(rule.range))"
    guard measurement.value != nil else {
      return "\(rule.name) is not known: \(measurement.words); \(allowed)"
    }
    return "\(rule.name) is \(measurement.words); \(allowed)\(ending)"
  }

  private var ending: String {
    switch state {
    case .left: return "; it left that range"
    case .open:
      guard let more else { return "; open: the interval reaches over the bound" }
      return "; open: about \(more) more \(more == 1 ? "review" : "reviews") would tell"
    case .inside:
      return warning.map { "; \($0)" } ?? ""
    case .waiting: return ""
    }
  }

  /// `near the bound, wanted is at least 92.0 %`, of one that is inside; nothing where all is well.
  package var warning: String? {
    guard state == .inside, isWarning, let warn = rule.warn else { return nil }
    return "near the bound, wanted is \(rule.metric.words(warn))"
  }
}
