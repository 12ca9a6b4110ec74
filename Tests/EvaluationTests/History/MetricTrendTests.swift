import Testing

@testable import Evaluation

@Suite("Metrics over time")
struct MetricTrendTests {
  /// A history with one value of the metric a day.
  private static func entries(
    _ values: [Double], _ metric: String = "wrong-rate", n: Int? = 100,
    change: (Int, inout HistoryEntry) -> Void = { _, _ in }
  ) -> [HistoryEntry] {
    values.enumerated().map { place, value in
      let day = place < 9 ? "0\(place + 1)" : "\(place + 1)"
      var entry = HistoryEntry(.metrics, at: "2026-11-\(day)T00:00:00.000Z")
      entry.run = "v\(place)"
      entry.content = "\(place)"
      var number = HistoryEntry.Value(metric: metric)
      (number.value, number.n) = (value, n)
      (number.low, number.high) = (value - 0.1, value + 0.1)
      entry.metrics = [number]
      change(place, &entry)
      return entry
    }
  }

  @Test("limits come with the eighth run, and not before")
  func leastRuns() throws {
    let seven = try #require(
      MetricTrend.all(of: Self.entries(.init(repeating: 0.1, count: 7))).first)
    #expect(seven.points.allSatisfy { $0.limits == nil })
    let eight = try #require(
      MetricTrend.all(of: Self.entries(.init(repeating: 0.1, count: 8))).first)
    #expect(eight.points.allSatisfy { $0.limits != nil && $0.marks.isEmpty })
    #expect(eight.centre == 0.1)
  }

  @Test("there are no limits where nothing ever happened, or nothing else: chance is not known yet")
  func neverHappened() throws {
    for share in [0.0, 1] {
      let entries = Self.entries(.init(repeating: share, count: 10))
      let trend = try #require(MetricTrend.all(of: entries).first)
      #expect(trend.points.allSatisfy { $0.limits == nil } && trend.centre == nil)
      #expect(trend.limitsInWords == nil)
    }
  }

  @Test("each point has limits of its own denominator, and is marked where it is beyond them")
  func ownLimits() throws {
    let values = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.25, 0.25, 0]
    let entries = Self.entries(values) { place, entry in
      if place == 8 { entry.metrics?[0].n = 10 }
      if place == 9 { entry.metrics?[0].n = 1000 }
    }
    let trend = try #require(MetricTrend.all(of: entries).first)
    #expect(trend.points.map(\.marks) == [[], [], [], [], [], [], [], [.above], [], [.below]])
    let centre = try #require(trend.centre)
    let limits = try #require(trend.points[0].limits)
    // p̄ ± 3√(p̄(1 − p̄)/n)
    #expect(
      abs(limits.upperBound - (centre + 3 * (centre * (1 - centre) / 100).squareRoot())) < 1e-12)
  }

  @Test("what is no estimate has no limits, however many runs there are")
  func noLimits() {
    for metric in ["predictions", "days-since-review", "coverage", "mean-score", "new-metric"] {
      let trends = MetricTrend.all(of: Self.entries(.init(repeating: 0.5, count: 12), metric))
      #expect(trends.first?.points.allSatisfy { $0.limits == nil } == true)
    }
    let agreement = MetricTrend.all(of: Self.entries(.init(repeating: 0.5, count: 12), "agreement"))
    #expect(agreement.first?.points.allSatisfy { $0.limits != nil } == true)
  }

  @Test(
    "a run that was measured again is one point, its newest; another run of its name is another")
  func measuredAgain() {
    let entries = Self.entries([0.3, 0.2, 0.1]) { place, entry in
      entry.run = "v1"
      entry.content = place < 2 ? "same" : "other"
    }
    #expect(MetricTrend.all(of: entries)[0].points.compactMap(\.value.value) == [0.2, 0.1])
    let unknown = Self.entries([0.3, 0.2, 0.1]) { _, entry in entry.content = nil }
    #expect(MetricTrend.all(of: unknown)[0].points.count == 3)
  }

  @Test("points go by their time, and a guardrail that was left is marked")
  func order() {
    var entries = Self.entries([0.3, 0.2]) { place, entry in
      if place == 1 { entry.metrics?[0].state = "left" }
    }
    entries.reverse()
    let trend = MetricTrend.all(of: entries)[0]
    #expect(trend.points.map(\.run) == ["v0", "v1"])
    #expect(trend.points.map(\.marks) == [[], [.left]])
  }

  @Test("the same metric of other predictions or another period is a trend of its own")
  func series() {
    let entries = Self.entries([0.3, 0.2]) { _, entry in
      var part = entry.metrics?[0] ?? HistoryEntry.Value(metric: "")
      part.where = "tier:hard"
      var accuracy = part
      accuracy.metric = "accuracy"
      entry.metrics?.append(part)
      entry.metrics?.append(accuracy)
    }
    #expect(
      MetricTrend.all(of: entries).map(\.name) == [
        "accuracy of tier:hard", "wrong-rate", "wrong-rate of tier:hard",
      ])
  }

  @Test(
    "the course is told in time order, with the ends between which others lie",
    arguments: [
      ([0.748, 0.682], "from 74.8 % to 68.2 %"), ([0.682, 0.7, 0.748], "from 68.2 % to 74.8 %"),
      ([0.7, 0.9, 0.5, 0.8], "from 70.0 % to 80.0 %, between 50.0 % and 90.0 %"),
      ([0.7, 0.9, 0.7], "between 70.0 % and 90.0 %"),
      ([0.74761, 0.74762], nil), ([0.5], nil),
    ] as [([Double], String?)])
  func course(values: [Double], words: String?) throws {
    let trend = try #require(MetricTrend.all(of: Self.entries(values, "accuracy")).first)
    #expect(trend.course == words)
  }

  @Test("values that print the same are of one height")
  func sameHeight() throws {
    let flat = try #require(MetricTrend.all(of: Self.entries([0.74761, 0.74762])).first)
    #expect(flat.heights == [0.5, 0.5])
    let step = try #require(MetricTrend.all(of: Self.entries([0.74661, 0.74749, 0.74751])).first)
    #expect(step.heights == [0, 0, 1])
  }
}
