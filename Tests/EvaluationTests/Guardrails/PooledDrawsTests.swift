import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Evaluation

@Suite("Draws of several runs together")
struct PooledDrawsTests {
  private static let week = 7 * 86_400

  private static func draw(_ id: String, run: String, strata: [Draw.Stratum]) -> LedgerBody {
    .draw(
      Draw(
        id: id, seed: id, run: run, where: nil, planned: strata.reduce(0) { $0 + $1.take },
        strata: strata))
  }

  /// A review of an item of a run that is not open, at a place of a draw.
  private static func review(
    _ draw: String, _ position: Int, wrong: Bool, daysAgo: Int = 1, stratum: String = "all"
  ) -> ReviewedRun.Deed {
    let text = "\(draw) \(stratum) \(position)"
    return ReviewedRun.Deed(
      by: "ada", daysAgo: daysAgo,
      item: ReviewedItem(
        content: ContentDigest(of: text.utf8), input: ContentDigest(of: text.utf8), key: text,
        run: draw, file: "\(draw).jsonl"),
      body: .review(Review(verdict: wrong ? .wrong : .ok)),
      context: ReviewContext(draw: draw, stratum: stratum, position: position))
  }

  @Test("what was passed on unseen in another run counts in the upper bound of upsetting")
  func passedUnseen() throws {
    let all = [Draw.Stratum(name: "all", population: 300, take: 20)]
    let draw = ReviewedRun.Deed(
      by: "ada", daysAgo: 3, body: Self.draw("v6", run: "v6", strata: all))
    let reviews = (1...20).map { Self.review("v6", $0, wrong: false) }
    var passed = reviews[4]
    passed.body = .pass(to: "lin")
    passed.context?.covered = true
    var flagged = reviews[4]
    flagged.body = .review(Review(upsetting: Upsetting(severity: 2)))
    let others = reviews.enumerated().filter { $0.offset != 4 }.map(\.element)
    let unseen = try Self.rate(.upsettingRate, [draw, passed] + others)
    let upsetting = try Self.rate(.upsettingRate, [draw, flagged] + others)
    let without = try Self.rate(.upsettingRate, [draw] + reviews)
    #expect(unseen.n == 29 && unseen.events == 0)
    #expect(unseen.interval?.high == upsetting.interval?.high)
    #expect(unseen.interval?.low == without.interval?.low)
  }

  private static func wrongRate(_ deeds: [ReviewedRun.Deed]) throws -> Measurement {
    try rate(.wrongRate, deeds)
  }

  private static func rate(_ metric: Metric, _ deeds: [ReviewedRun.Deed]) throws -> Measurement {
    let plain = try DrawnRun(rows: 0..<400)
    let sample = try plain.draw(10)
    let keys = plain.keys(sample)
    let run = try DrawnRun(rows: 0..<400) { run in
      [ReviewedRun.Deed(by: "ada", daysAgo: 2, body: .draw(sample.draw))]
        + keys.map { run.review($0, by: "ada", Review(verdict: .ok)) } + deeds
    }
    var metrics = MetricEvaluator(run.context)
    return try metrics.measure(metric, over: week)
  }

  @Test("over a period the drawn items of other runs count as well, as the ledger knows them")
  func pooling() throws {
    let all = [Draw.Stratum(name: "all", population: 300, take: 20)]
    let rate = try Self.wrongRate(
      [ReviewedRun.Deed(by: "ada", daysAgo: 3, body: Self.draw("v6", run: "v6", strata: all))]
        + (1...20).map { Self.review("v6", $0, wrong: $0 <= 3) })
    #expect(rate.n == 30 && rate.events == 3 && rate.value == 0.1)
    #expect(rate.runs == 2 && rate.population == 700)
    #expect(rate.words.hasPrefix("10.0 % of 30 in 2 runs ("))
  }

  @Test(
    "of an unfinished draw the beginning counts, and what was judged before the period does not")
  func prefix() throws {
    let all = [Draw.Stratum(name: "all", population: 300, take: 20)]
    let rate = try Self.wrongRate(
      [ReviewedRun.Deed(by: "ada", daysAgo: 30, body: Self.draw("v6", run: "v6", strata: all))]
        + (1...4).map { Self.review("v6", $0, wrong: true, daysAgo: 20) }
        + (5...9).map { Self.review("v6", $0, wrong: true) }
        + (11...20).map { Self.review("v6", $0, wrong: true) })
    #expect(rate.n == 15 && rate.events == 5)
  }

  @Test("what was browsed in another run, or drawn in a part of it, counts for nothing")
  func others() throws {
    let part = Draw(
      id: "v5", seed: "v5", run: "v5", where: "tier:hard", planned: 20,
      strata: [Draw.Stratum(name: "all", population: 300, take: 20)])
    let rate = try Self.wrongRate(
      [ReviewedRun.Deed(by: "ada", daysAgo: 3, body: .draw(part))]
        + (1...20).map { Self.review("v5", $0, wrong: true) }
        + (1...20).map { Self.review("unknown", $0, wrong: true) })
    #expect(rate.n == 10 && rate.value == 0 && rate.runs == nil)
  }

  @Test("draws with strata are weighed by what was in them")
  func strata() throws {
    let strata = [
      Draw.Stratum(name: "easy", population: 900, take: 20),
      Draw.Stratum(name: "hard", population: 100, take: 20),
    ]
    let run = try DrawnRun(rows: 0..<400) { _ in
      [ReviewedRun.Deed(by: "ada", daysAgo: 3, body: Self.draw("v6", run: "v6", strata: strata))]
        + (1...20).map { Self.review("v6", $0, wrong: false, stratum: "easy") }
        + (1...20).map { Self.review("v6", $0, wrong: $0 <= 10, stratum: "hard") }
    }
    var metrics = MetricEvaluator(run.context)
    let rate = try metrics.measure(.wrongRate, over: Self.week)
    #expect(rate.n == 40 && rate.method == "stratified" && rate.runs == 1)
    #expect(rate.value.map { abs($0 - 0.05) < 1e-12 } == true)
  }
}
