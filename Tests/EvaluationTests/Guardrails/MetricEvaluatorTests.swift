import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Evaluation

@Suite("Metrics of a run")
struct MetricEvaluatorTests {
  /// A run of 400 with a draw of which the first `judged` are judged, each fifth wrong.
  private static func reviewed(
    _ size: Int, judged: Int, daysAgo: Int = 1,
    more: (ReviewedRun, [String]) -> [ReviewedRun.Deed] = { _, _ in [] }
  ) throws -> MetricEvaluator {
    let plain = try DrawnRun(rows: 0..<400)
    let sample = try plain.draw(size)
    let keys = plain.keys(sample)
    let reviewed = try DrawnRun(rows: 0..<400) { run in
      [ReviewedRun.Deed(by: "ada", daysAgo: 40, item: nil, body: .draw(sample.draw))]
        + keys.prefix(judged).enumerated().map { place, key in
          run.review(
            key, by: "ada", daysAgo: daysAgo, Review(verdict: place % 5 == 0 ? .wrong : .ok))
        } + more(run, keys)
    }
    return MetricEvaluator(reviewed.context)
  }

  private static func number(_ key: String) -> Int { Int(key.dropFirst()) ?? 0 }

  @Test("what the rows tell is known without any review")
  func automatic() throws {
    var metrics = try Self.reviewed(20, judged: 0)
    #expect(try metrics.measure(.predictions).value == 400)
    #expect(try metrics.measure(.predictions, where: "tier:hard").value == 40)
    #expect(try metrics.measure(.accuracy).value == 0.75)
    #expect(try metrics.measure(.accuracy).interval != nil)
    let europe = try metrics.measure(.accuracy, where: "region:EU")
    #expect(europe.n == 134 && europe.value.map { abs($0 - 100 / 134) < 1e-9 } == true)
    #expect(try metrics.measure(.damagedRate).value == 0)
    #expect(try metrics.measure(.meanScore).value == nil)
    // .95 is right in 5 of 6, .70 in 2 of 3, .30 in 1 of 2; of 240, 120 and 40 items.
    let error = try metrics.measure(.calibrationError)
    #expect(error.n == 400)
    let expected = 0.6 * (0.95 - 5.0 / 6) + 0.3 * (0.7 - 2.0 / 3) + 0.1 * (0.5 - 0.3)
    #expect(error.value.map { abs($0 - expected) < 1e-6 } == true)
  }

  @Test("what was judged before the time that counts is not called never judged")
  func judgedBefore() throws {
    var metrics = try Self.reviewed(40, judged: 40, daysAgo: 20)
    let late = try metrics.measure(.wrongRate, where: "tier:*", over: 14 * 86_400)
    #expect(late.reason == "no drawn prediction was judged in that time")
    #expect(try metrics.measure(.wrongRate, over: 14 * 86_400).reason == late.reason)
    var never = try Self.reviewed(40, judged: 0)
    let reason = try never.measure(.wrongRate, over: 14 * 86_400).reason
    #expect(reason == "no drawn prediction was judged yet")
  }

  @Test("rates come from drawn predictions alone, counts from every review")
  func drawnOrNot() throws {
    let severe = Review(verdict: .wrong, upsetting: Upsetting(severity: 3))
    var metrics = try Self.reviewed(40, judged: 40) { run, keys in
      (0..<400).map { "r\($0)" }.filter { !keys.contains($0) }.prefix(10).map {
        run.review($0, by: "lin", severe)
      }
    }
    let wrong = try metrics.measure(.wrongRate)
    #expect(wrong.n == 40 && wrong.value == 0.2)
    #expect(try metrics.measure(.upsettingRate).value == 0)
    let count = try metrics.measure(.severity3Count)
    #expect(count.value == 10 && count.n == 50)
    #expect(try metrics.measure(.upsettingCount).value == 10)
    #expect(try metrics.measure(.coverage).value == 50 / 400)
    let missed = try metrics.measure(.missedRate)
    #expect(missed.n.map { $0 < 40 } == true)
    #expect(missed.population == 300)
  }

  @Test(
    "what reviewers said selects no random sample, so nothing is estimated of it",
    arguments: [Metric.wrongRate, .upsettingRate, .missedRate, .agreement])
  func chosenByReviews(metric: Metric) throws {
    var metrics = try Self.reviewed(40, judged: 40)
    let measured = try metrics.measure(metric, where: "(region:EU) (verdict:wrong)")
    #expect(measured.value == nil && measured.interval == nil)
    #expect(measured.reason?.contains("no random sample") == true)
    // Counts say what they say of any predictions.
    #expect(try metrics.measure(.coverage, where: "verdict:wrong").value == 1)
    #expect(try metrics.measure(.wrongRate, where: "region:EU").value != nil)
  }

  @Test("with a query a rate is about its items alone, and knows how many there are")
  func parts() throws {
    let keys = try {
      let run = try DrawnRun(rows: 0..<400)
      return run.keys(try run.draw(40))
    }()
    var metrics = try Self.reviewed(40, judged: 40)
    let europe = try metrics.measure(.wrongRate, where: "region:EU")
    let drawn = keys.enumerated().filter { Self.number($0.element) % 3 == 0 }
    #expect(europe.n == drawn.count)
    #expect(europe.events == Double(drawn.count { $0.offset % 5 == 0 }))
    #expect(europe.population == 134)
    let whole = try metrics.measure(.wrongRate)
    #expect(europe.interval.map(\.width) ?? 0 > whole.interval.map(\.width) ?? 1)
    #expect(try metrics.measure(.wrongRate, where: "region:none").value == nil)
  }

  @Test("over a period only what was said in it counts")
  func period() throws {
    let week = 7 * 86_400
    var old = try Self.reviewed(40, judged: 40, daysAgo: 10)
    #expect(try old.measure(.wrongRate, over: week).value == nil)
    #expect(try old.measure(.wrongRate).n == 40)
    #expect(try old.measure(.coverage, over: week).value == 0)
    #expect(try old.measure(.daysSinceReview).value.map { Int($0.rounded()) } == 10)
    var mixed = try Self.reviewed(40, judged: 40, daysAgo: 10) { run, keys in
      keys.prefix(15).map { run.review($0, by: "lin", Review(verdict: .ok)) }
    }
    let recent = try mixed.measure(.wrongRate, over: week)
    #expect(recent.n == 15 && recent.events == 0)
    #expect(try mixed.measure(.daysSinceReview).value.map { Int($0.rounded()) } == 1)
  }

  @Test("a draw that nobody went on with in the period is over and misses nothing")
  func abandoned() throws {
    var metrics = try Self.reviewed(40, judged: 20)
    #expect(try metrics.measure(.wrongRate).missing == 20)
    #expect(try metrics.measure(.wrongRate, over: 2 * 86_400).isSoFar)
    var left = try Self.reviewed(40, judged: 20, daysAgo: 30)
    #expect(try left.measure(.wrongRate).isSoFar)
    #expect(try left.measure(.wrongRate, over: 2 * 86_400).missing == 0)
  }

  @Test("a draw made with a guardrail's own query counts for it, and for nothing else")
  func ownDraw() throws {
    let plain = try DrawnRun(rows: 0..<400)
    let candidates = try plain.candidates(limit: 12, query: "region:EU")
    let strata = DrawPlan(size: 12).strata(of: candidates.populations)
    let draw = Draw(
      id: "e", seed: DrawnRun.seed, run: "v7", where: "region:EU", planned: 12, strata: strata)
    let keys = plain.keys(DrawnSample(draw, from: candidates))
    let run = try DrawnRun(rows: 0..<400) { run in
      [ReviewedRun.Deed(by: "ada", daysAgo: 3, item: nil, body: .draw(draw))]
        + keys.map { run.review($0, by: "ada", Review(verdict: .wrong)) }
    }
    var metrics = MetricEvaluator(run.context)
    let europe = try metrics.measure(.wrongRate, where: "region:EU")
    #expect(europe.n == 12 && europe.value == 1)
    #expect(try metrics.measure(.wrongRate).value == nil)
    #expect(try metrics.measure(.wrongRate, where: "region:US").value == nil)
  }

  @Test("agreement is about drawn predictions that two judged")
  func agreement() throws {
    var alone = try Self.reviewed(40, judged: 40) { run, keys in
      (0..<400).map { "r\($0)" }.filter { !keys.contains($0) }.prefix(3).flatMap {
        [
          run.review($0, by: "ada", Review(verdict: .ok)),
          run.review($0, by: "lin", Review(verdict: .wrong)),
        ]
      }
    }
    let none = try alone.measure(.agreement)
    #expect(none.value == nil)
    #expect(none.words.hasSuffix("; 3 that were chosen otherwise do not count"))
    var both = try Self.reviewed(40, judged: 40) { run, keys in
      keys.prefix(20).enumerated().map { place, key in
        run.review(key, by: "lin", Review(verdict: place % 5 == 0 ? .wrong : .ok))
      }
    }
    let full = try both.measure(.agreement)
    #expect(full.value == 1 && full.n == 20 && full.method == "krippendorff")
    #expect(try both.measure(.agreement, over: 3600).value == nil)
  }

  @Test("a query that does not fit the predictions is an error")
  func badQuery() throws {
    var metrics = try Self.reviewed(10, judged: 0)
    #expect(throws: QueryError.self) { try metrics.measure(.accuracy, where: "nosuch:1") }
    #expect(throws: QueryError.self) { try metrics.measure(.accuracy, where: "(") }
  }
}
