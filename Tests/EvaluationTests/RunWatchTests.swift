import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Evaluation

@Suite("A run that is watched while it is reviewed")
struct RunWatchTests {
  /// The run with a draw of which `judged` are judged, each fifth wrong.
  private static func context(_ judged: Int, size: Int = 40) throws -> QueryContext {
    let plain = try DrawnRun(rows: 0..<400)
    let sample = try plain.draw(size)
    let keys = plain.keys(sample)
    return try DrawnRun(rows: 0..<400) { run in
      [ReviewedRun.Deed(by: "ada", daysAgo: 2, item: nil, body: .draw(sample.draw))]
        + keys.prefix(judged).enumerated().map {
          run.review($0.element, by: "ada", Review(verdict: $0.offset % 5 == 0 ? .wrong : .ok))
        }
    }.context
  }

  private static let rules = [
    GuardrailRule(metric: .wrongRate, where: "tier:easy", range: 0...0.3),
    GuardrailRule(metric: .coverage, where: "verdict:wrong", range: 0...1),
    GuardrailRule(metric: .accuracy, range: 0.5...1),
  ]

  @Test("what is kept between reviews changes no number")
  func kept() throws {
    var watch = RunWatch()
    for (judged, size) in [(0, 40), (10, 40), (30, 40), (40, 40), (40, 60), (60, 60)] {
      let context = try Self.context(judged, size: size)
      let watched = watch.standing(context, rules: Self.rules)
      let evaluation = RunEvaluator(context).evaluation(context.book)
      let fresh = RunFindings(evaluation, in: context.snapshot)
      #expect(watched.findings.wrong == fresh.wrong)
      #expect(watched.evaluation.rates == evaluation.rates)
      #expect(watched.findings.needed.map(\.more) == fresh.needed.map(\.more))
      #expect(watched.findings.calibration?.verdicts?.n == fresh.calibration?.verdicts?.n)
      var metrics = MetricEvaluator(context)
      let findings = try Self.rules.map { try metrics.finding(of: $0) }
      #expect(watched.guardrails.map(\.measurement) == findings.map(\.measurement))
    }
  }

  @Test("a guardrail whose query does not fit hides none of the others")
  func unfit() throws {
    var watch = RunWatch()
    let unfit = GuardrailRule(metric: .wrongRate, where: "planet:mars", range: 0...1)
    let standing = watch.standing(try Self.context(10), rules: [unfit] + Self.rules)
    #expect(standing.guardrails.count == 3)
  }
}
