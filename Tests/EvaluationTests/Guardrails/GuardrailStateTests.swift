import Statistics
import Testing

@testable import Evaluation

@Suite("States of a guardrail")
struct GuardrailStateTests {
  private static func rate(
    _ value: Double, _ low: Double, _ high: Double, of metric: Metric = .wrongRate, n: Int = 100,
    soFar: Bool = false, missing: Int = 0, population: Int? = nil
  ) -> Measurement {
    Measurement(
      metric,
      Rate(
        events: value * Double(n), n: n, rate: value, interval: Interval(low: low, high: high),
        method: .modifiedWilson, soFar: soFar), missing: missing, population: population)
  }

  @Test(
    "of an estimate the whole interval decides, and the ends of the range are inside",
    arguments: [
      (0.05, 0.10, GuardrailFinding.State.inside), (0.10, 0.15, .inside), (0.05, 0.15, .inside),
      (0.05, 0.1500001, .open), (0.0499999, 0.15, .open), (0.01, 0.30, .open),
      (0.15, 0.20, .open), (0.1500001, 0.20, .left), (0.01, 0.05, .open), (0.01, 0.04, .left),
    ])
  func estimates(low: Double, high: Double, state: GuardrailFinding.State) {
    let rule = GuardrailRule(metric: .wrongRate, range: 0.05...0.15)
    #expect(GuardrailFinding(rule, Self.rate((low + high) / 2, low, high)).state == state)
  }

  @Test(
    "of what is known the value decides, however wide the interval of later runs is",
    arguments: [(0.90, GuardrailFinding.State.inside), (1, .inside), (0.8999, .left)])
  func known(value: Double, state: GuardrailFinding.State) {
    let rule = GuardrailRule(metric: .accuracy, range: 0.90...1)
    #expect(GuardrailFinding(rule, Self.rate(value, 0.5, 1, of: .accuracy)).state == state)
  }

  @Test("what was never looked at is waiting, also where nothing is allowed")
  func waiting() {
    let rule = GuardrailRule(metric: .severity3Count, range: 0...0)
    let nothing = Measurement(.severity3Count, missing: "nothing was looked at yet", n: 0)
    let finding = GuardrailFinding(rule, nothing)
    #expect(finding.state == .waiting)
    #expect(
      finding.sentence
        == "severity3-count is not known: nothing was looked at yet; allowed is 0")
    let one = Measurement(.severity3Count, known: 1, n: 30, method: "count")
    #expect(GuardrailFinding(rule, one).state == .left)
    let none = Measurement(.severity3Count, known: 0, n: 30, method: "count")
    #expect(GuardrailFinding(rule, none).state == .inside)
  }

  @Test("a value outside of the wanted band and inside of the range is a warning")
  func warning() {
    let rule = GuardrailRule(metric: .accuracy, range: 0.90...1, warn: 0.92...1)
    let finding = GuardrailFinding(rule, Self.rate(0.91, 0.85, 0.95, of: .accuracy))
    #expect(finding.state == .inside && finding.isWarning)
    #expect(
      finding.sentence
        == "accuracy is 91.0 % of 100 (85.0–95.0); allowed is at least 90.0 %; "
        + "near the bound, wanted is at least 92.0 %")
    #expect(!GuardrailFinding(rule, Self.rate(0.92, 0.85, 0.95, of: .accuracy)).isWarning)
    #expect(!GuardrailFinding(rule, Self.rate(0.5, 0.4, 0.6, of: .accuracy)).isWarning)
  }

  @Test("an open guardrail says about how many more reviews would tell")
  func more() throws {
    let rule = GuardrailRule(metric: .wrongRate, where: "tier:hard", range: 0...0.15)
    let finding = GuardrailFinding(rule, Self.rate(0.10, 0.055, 0.175))
    let more = try #require(finding.more)
    // At 10 % Wilson's upper limit falls below 15 % with about 170 trials.
    #expect((50...100).contains(more))
    #expect(
      finding.sentence
        == "wrong-rate of tier:hard is 10.0 % of 100 (5.5–17.5); allowed is at most 15.0 %; "
        + "open: about \(more) more reviews would tell")
    let few = GuardrailFinding(rule, Self.rate(0.10, 0.055, 0.175, population: 120))
    #expect(few.more.map { $0 <= 20 } == true)
    // The rate is the bound: only all of them tell.
    let equal = GuardrailFinding(rule, Self.rate(0.15, 0.09, 0.23, population: 500))
    #expect(equal.more == 400)
    #expect(GuardrailFinding(rule, Self.rate(0.15, 0.09, 0.23)).more == nil)
  }

  @Test("an unfinished draw is to be finished before anything else")
  func soFar() {
    let rule = GuardrailRule(metric: .wrongRate, range: 0...0.5)
    let finding = GuardrailFinding(
      rule, Self.rate(0.1, 0.0, 0.51, n: 20, soFar: true, missing: 80, population: 1000))
    #expect(finding.state == .open)
    #expect(finding.more == 80)
    #expect(finding.sentence.contains("10.0 % of 20 (so far 0.0–51.0)"))
  }

  @Test(
    "ranges and numbers are said as they are meant",
    arguments: [
      (Metric.wrongRate, 0...0.15, "at most 15.0 %"), (.accuracy, 0.9...1, "at least 90.0 %"),
      (.coverage, 0.1...0.5, "10.0–50.0 %"), (.severity3Count, 0...0, "0"),
      (.predictions, 1000 ... .infinity, "at least 1000"),
      (.daysSinceReview, 0...7, "at most 7 days"),
      (.agreement, 0.667...1, "at least 0.667"), (.meanScore, 3...5, "3.000–5.000"),
    ])
  func words(metric: Metric, range: ClosedRange<Double>, words: String) {
    #expect(metric.words(range) == words)
  }
}
