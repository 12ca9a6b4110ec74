import Reviewing
import Statistics

/// One metric over the runs of a history, with the limits that it keeps to while nothing changes.
package struct MetricTrend: Sendable {
  /// What a point is conspicuous by.
  package enum Mark: String, CaseIterable, Hashable, Sendable {
    /// Its guardrail was left.
    case left
    /// Beyond the upper limit of what chance gives.
    case above
    /// Beyond the lower one.
    case below
  }

  package struct Point: Sendable {
    package let at: String
    package let run: String?
    package let model: String?
    package let value: HistoryEntry.Value
    package internal(set) var limits: ClosedRange<Double>?

    /// The allowed range as it was then.
    package var range: ClosedRange<Double>? {
      guard let ends = value.range, ends.count == 2 else { return nil }
      let (low, high) = (ends[0] ?? -.infinity, ends[1] ?? .infinity)
      return low <= high ? low...high : nil
    }

    package var marks: [Mark] {
      var marks: [Mark] = value.state == GuardrailFinding.State.left.rawValue ? [.left] : []
      if let limits, let value = value.value {
        if value > limits.upperBound { marks.append(.above) }
        if value < limits.lowerBound { marks.append(.below) }
      }
      return marks
    }
  }

  /// Limits of fewer runs would say nothing.
  package static let leastRuns = 8

  package let metric: String
  package let `where`: String?
  package let over: String?
  /// Oldest first; only those with a value.
  package private(set) var points: [Point]
  /// The centre of the limits.
  package private(set) var centre: Double?

  /// `wrong-rate of tier:ambiguous over 14d`
  package var name: String {
    metric + (`where`.map { " of \($0)" } ?? "") + (over.map { " over \($0)" } ?? "")
  }

  /// The metric, where this program knows it.
  package var known: Metric? { Metric(rawValue: metric) }

  /// The trends of a history, guardrails and other metrics in the order of ``Metric``, other names last.
  package static func all(of entries: [HistoryEntry]) -> [MetricTrend] {
    let runs = newestOfEachRun(entries)
    var order: [Series] = []
    var points: [Series: [Point]] = [:]
    for entry in runs {
      for value in entry.metrics ?? [] where value.value?.isFinite == true {
        let series = Series(metric: value.metric, where: value.where, over: value.over)
        if points[series] == nil { order.append(series) }
        points[series, default: []].append(
          Point(at: entry.at, run: entry.run, model: entry.model, value: value))
      }
    }
    let places = Dictionary(
      uniqueKeysWithValues: Metric.allCases.enumerated().map { ($1.rawValue, $0) })
    return order.enumerated().sorted { one, other in
      let (left, right) = (places[one.element.metric] ?? .max, places[other.element.metric] ?? .max)
      return (left, one.offset) < (right, other.offset)
    }
    .map { MetricTrend($0.element, points[$0.element] ?? []) }
  }

  /// Oldest first. A run that was measured again, because more of it was reviewed, is one point.
  private static func newestOfEachRun(_ entries: [HistoryEntry]) -> [HistoryEntry] {
    let runs = entries.enumerated().filter { $0.element.event == .metrics }.sorted { one, other in
      (one.element.moment, one.offset) < (other.element.moment, other.offset)
    }.map(\.element)
    var seen: Set<[String]> = []
    return runs.reversed().filter { entry in
      guard let content = entry.content else { return true }
      return seen.insert([entry.run ?? "", content]).inserted
    }.reversed()
  }

  private init(_ series: Series, _ points: [Point]) {
    (metric, `where`, over) = (series.metric, series.where, series.over)
    self.points = points
    guard points.count >= Self.leastRuns, let chart = Self.chart(known, points) else { return }
    centre = chart.centre
    for (place, limits) in chart.limits.enumerated() {
      self.points[place].limits = limits.low...limits.high
    }
  }

  /// Shares of their own denominators, p; a coefficient by its own standard error. What is no estimate
  /// has no chance to keep to.
  private static func chart(_ metric: Metric?, _ points: [Point]) -> ControlChart? {
    switch metric {
    case .accuracy, .wrongRate, .unsureRate, .upsettingRate, .badTargetRate, .missedRate,
      .damagedRate:
      let shares = points.compactMap(\.value.proportion)
      let chart = shares.count == points.count ? ControlChart.shares(shares) : nil
      // What never happened, or always, has not shown how far chance takes it.
      return chart.flatMap { $0.centre > 0 && $0.centre < 1 ? $0 : nil }
    case .agreement:
      let estimates = points.compactMap(\.value.estimate)
      return estimates.count == points.count ? ControlChart.estimates(estimates) : nil
    default: return nil
    }
  }

  private struct Series: Hashable {
    let metric: String
    let `where`: String?
    let over: String?
  }
}

extension HistoryEntry {
  /// Lines whose time cannot be read go first.
  fileprivate var moment: Int64 { Timestamp(at)?.milliseconds ?? .min }
}

extension HistoryEntry.Value {
  /// As a plain share: of several strata the weighted rate stands for the events.
  fileprivate var proportion: Proportion? {
    guard let value, let n, n > 0, (0...1).contains(value) else { return nil }
    return Proportion(events: min(Double(n), value * Double(n)), of: n)
  }

  fileprivate var estimate: Estimate? {
    guard let value, let low, let high, high > low else { return nil }
    return Estimate(value: value, standardError: (high - low) / 2 / 1.959964)
  }
}
