import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Evaluation

@Suite("What reviews say of a run")
struct RunEvaluationTests {
  /// A run of 400 with a draw whose first `judged` items, as they are shown, have a verdict: each
  /// fifth is wrong.
  private static func reviewed(
    _ size: Int, judged: Int, skipping skipped: Set<Int> = [],
    more: (ReviewedRun) -> [ReviewedRun.Deed] = { _ in [] }
  ) throws -> RunEvaluation {
    let plain = try DrawnRun(rows: 0..<400)
    let sample = try plain.draw(size)
    let keys = plain.keys(sample)
    let reviewed = try DrawnRun(rows: 0..<400) { run in
      [ReviewedRun.Deed(by: "ada", daysAgo: 2, item: nil, body: .draw(sample.draw))]
        + keys.prefix(judged).enumerated().filter { !skipped.contains($0.offset) }.map {
          run.review($0.element, by: "ada", Review(verdict: $0.offset % 5 == 0 ? .wrong : .ok))
        } + more(run)
    }
    return RunEvaluator(reviewed.context).evaluation(reviewed.run.ledger.book)
  }

  @Test("a finished draw gives the rate of the run with an interval of 95 %")
  func finished() throws {
    let evaluation = try Self.reviewed(40, judged: 40)
    let wrong = try #require(evaluation.rates[.wrong])
    #expect(wrong.n == 40)
    #expect(wrong.rate == 0.2)
    #expect(!wrong.isSoFar)
    #expect(wrong.ifMissing == nil)
    #expect(evaluation.draws.map(\.isFinished) == [true])
    #expect(evaluation.reviewed == 40)
    // The population is 400: the interval is narrower than that of an endless source.
    #expect(wrong.low > 0.105 && wrong.high < 0.348)
  }

  @Test("of an unfinished draw only the beginning counts, and its interval is labelled so far")
  func unfinished() throws {
    let evaluation = try Self.reviewed(40, judged: 30, skipping: [20])
    let wrong = try #require(evaluation.rates[.wrong])
    #expect(wrong.n == 20)
    #expect(wrong.isSoFar)
    #expect(wrong.rate == 0.2)
    let missing = try #require(wrong.ifMissing)
    #expect(missing.low == 0.1)
    #expect(missing.high == 0.6)
    #expect(evaluation.draws.map(\.judged) == [29])
    let finished = try #require(try Self.reviewed(20, judged: 20).rates[.wrong])
    #expect(wrong.high - wrong.low > 1.3 * (finished.high - finished.low))
  }

  @Test("what nobody wants to read keeps nothing behind it from counting, and is shown both ways")
  func passedUnseen() throws {
    let keys = try Self.keysOfDraw(40)
    let evaluation = try Self.reviewed(40, judged: 40, skipping: [7, 23]) { run in
      [Self.passed(keys[7], run, isCovered: true), run.review(keys[23], by: "lin", Self.flagged)]
    }
    let wrong = try #require(evaluation.rates[.wrong])
    #expect(wrong.n == 38)
    #expect(!wrong.isSoFar)
    #expect(evaluation.draws.map(\.judged) == [38])
    #expect(evaluation.draws.map(\.isFinished) == [true])
    let missing = try #require(wrong.ifMissing)
    #expect(missing.low == 8.0 / 40 && missing.high == 10.0 / 40)
    // One of 39 was flagged; the one that was passed on may be another.
    let upsetting = try #require(evaluation.rates[.upsetting])
    #expect(upsetting.events == 1 && upsetting.n == 39 && upsetting.passedUnseen == 1)
    let judged = try Self.reviewed(40, judged: 40) { run in
      [7, 23].map { run.review(keys[$0], by: "lin", Self.flagged) }
    }
    // Weighing by the metric, which takes a verdict of everything, makes it a little narrower.
    let bound = try #require(judged.rates[.upsetting]?.high)
    #expect(upsetting.high >= bound && upsetting.high < bound + 0.01)
  }

  @Test("what was passed on in sight, or judged since, counts as always")
  func passedInSight() throws {
    let keys = try Self.keysOfDraw(40)
    let open = try Self.reviewed(40, judged: 40, skipping: [7]) { run in
      [Self.passed(keys[7], run, isCovered: false)]
    }
    #expect(open.rates[.wrong]?.n == 7)
    #expect(open.rates[.wrong]?.isSoFar == true)
    let judged = try Self.reviewed(40, judged: 40, skipping: [7]) { run in
      [
        Self.passed(keys[7], run, isCovered: true),
        run.review(keys[7], by: "lin", Review(verdict: .ok)),
      ]
    }
    #expect(judged.rates[.upsetting]?.passedUnseen == nil)
    #expect(judged.rates[.upsetting]?.n == 40)
    #expect(judged.rates[.wrong]?.ifMissing == nil)
  }

  private static let flagged = Review(upsetting: Upsetting(severity: 2))

  private static func keysOfDraw(_ size: Int) throws -> [String] {
    let plain = try DrawnRun(rows: 0..<400)
    return plain.keys(try plain.draw(size))
  }

  private static func passed(
    _ key: String, _ run: ReviewedRun, isCovered: Bool
  ) -> ReviewedRun.Deed {
    var deed = run.deed(key, by: "ada", .pass(to: "lin"))
    deed.context = ReviewContext(covered: isCovered ? true : nil)
    return deed
  }

  @Test("what was found by browsing is counted and enters no rate")
  func browsing() throws {
    let evaluation = try Self.reviewed(40, judged: 40) { run in
      (0..<400).map { "r\($0)" }.filter { run.item($0) != nil }.prefix(0).map {
        run.review($0, by: "lin", Review(verdict: .wrong))
      }
    }
    let browsed = try Self.reviewed(40, judged: 0) { run in
      (0..<25).map { run.review("r\($0)", by: "lin", Review(verdict: .wrong)) }
    }
    #expect(browsed.found.judged == 25)
    #expect(browsed.found.wrong == 25)
    // The first items of the draw may be among them by chance, and then they count.
    #expect((browsed.rates[.wrong]?.n ?? 0) < 10)
    #expect(evaluation.rates[.wrong]?.n == 40)
  }

  @Test("without a draw there is no rate at all")
  func noDraw() throws {
    let run = try SupportRun.open()
    let evaluation = RunEvaluator(SupportRun.context(run)).evaluation(run.ledger.book)
    #expect(evaluation.rates.isEmpty)
    #expect(evaluation.tiers.allSatisfy { $0.rates.isEmpty })
    #expect(evaluation.missed == nil)
    #expect(evaluation.reviewers == ["ada", "lin", "max"])
    #expect(evaluation.found.lookedAt == 4)
    #expect(evaluation.found.judged == 3)
    #expect(evaluation.found.wrong == 0.5)
    #expect(evaluation.found.splits == 1)
    #expect(evaluation.found.upsetting == 1)
    // `c` is correct by the metric, and upsetting.
    #expect(evaluation.missedFound == 1)
  }

  @Test("a draw with strata weighs each tier by its items, and knows a rate of each")
  func stratified() throws {
    let evaluation = try Self.reviewed(60, judged: 60)
    #expect(evaluation.tiers.map(\.drawn) == [36, 18, 6])
    let wrong = try #require(evaluation.rates[.wrong])
    let rates = evaluation.tiers.map { $0.rates[.wrong] }
    #expect(rates.allSatisfy { $0?.method == .modifiedWilson })
    #expect(wrong.method == .stratified || wrong.method == .postStratified)
    #expect(wrong.n == 60)
    #expect(wrong.low < wrong.rate && wrong.rate < wrong.high)
  }

  @Test("a tier whose items were all judged is known for sure")
  func wholeTier() throws {
    let evaluation = try Self.reviewed(400, judged: 400)
    for tier in evaluation.tiers {
      let rate = try #require(tier.rates[.wrong])
      #expect(rate.low == rate.rate && rate.high == rate.rate)
      #expect(rate.n == tier.items)
    }
    #expect(evaluation.rates[.wrong]?.low == evaluation.rates[.wrong]?.high)
  }

  @Test("an open disagreement counts by half, and the rate is given both ways")
  func disagreement() throws {
    let plain = try DrawnRun(rows: 0..<400)
    let keys = plain.keys(try plain.draw(40))
    let split = try Self.reviewed(40, judged: 40) { run in
      [run.review(keys[1], by: "lin", Review(verdict: .wrong))]
    }
    let wrong = try #require(split.rates[.wrong])
    #expect(wrong.events == 8.5)
    let range = try #require(wrong.ifSettled)
    #expect(abs(range.low - 8 / 40) < 1e-12)
    #expect(abs(range.high - 9 / 40) < 1e-12)
    let settled = try Self.reviewed(40, judged: 40) { run in
      [
        run.review(keys[1], by: "lin", Review(verdict: .wrong)),
        run.deed(keys[1], by: "max", daysAgo: 0, .resolve(Review(verdict: .wrong))),
      ]
    }
    #expect(settled.rates[.wrong]?.events == 9)
    #expect(settled.rates[.wrong]?.ifSettled == nil)
  }

  @Test("a disagreement that leaves the rate as it is gives it one way")
  func harmlessDisagreement() throws {
    let plain = try DrawnRun(rows: 0..<400)
    let keys = plain.keys(try plain.draw(40))
    let split = try Self.reviewed(40, judged: 40) { run in
      [run.review(keys[1], by: "lin", Review(verdict: .unsure))]
    }
    #expect(split.found.splits == 1)
    #expect(split.rates[.wrong]?.events == 8)
    #expect(split.rates[.wrong]?.ifSettled == nil)
  }

  @Test("a draw whose query does not fit is left out, with the reason, and the others count")
  func leftOut() throws {
    let other = Draw(
      id: "d2", seed: "s", run: "v7", where: "planet:mars", planned: 10,
      strata: [Draw.Stratum(name: "all", population: 50, take: 10)])
    let evaluation = try Self.reviewed(40, judged: 40) { _ in
      [ReviewedRun.Deed(by: "lin", daysAgo: 1, item: nil, body: .draw(other))]
    }
    #expect(evaluation.rates[.wrong]?.n == 40)
    #expect(evaluation.draws.map(\.event.draw.id) == ["d1"])
    let left = try #require(evaluation.leftOut.first)
    #expect(left.event.draw.id == "d2")
    #expect(left.reason.contains("planet"))
  }

  @Test("without events there is a bound that is not exceeded")
  func zeroEvents() throws {
    let evaluation = try Self.reviewed(40, judged: 40)
    let upsetting = try #require(evaluation.rates[.upsetting])
    #expect(upsetting.events == 0)
    #expect(upsetting.low == 0)
    let upper = try #require(upsetting.upper)
    #expect(upper > 0.04 && upper < upsetting.high)
  }
}
