import Reviewing
import TestSupport
import Testing

@testable import Evaluation

@Suite("What is due")
struct DueReportTests {
  private static func report(
    _ rules: [GuardrailRule] = [], deeds: (ReviewedRun) -> [ReviewedRun.Deed] = { _ in [] }
  ) throws -> DueReport {
    try DueReport(try DrawnRun(rows: 0..<20, deeds: deeds).context, rules: rules)
  }

  private static func overdue(_ report: DueReport) -> [String] { report.overdue.map(\.name) }

  @Test("without a guardrail all is due daily and each tier weekly; segments are listed")
  func defaults() throws {
    let never = try Self.report()
    #expect(never.isDefault)
    #expect(Self.overdue(never) == ["all", "easy", "ambiguous", "hard"])
    // r0 is easy and r1 ambiguous; r4 is hard.
    let some = try Self.report { run in
      [
        run.review("r0", by: "ada", daysAgo: 2, Review(verdict: .ok)),
        run.review("r1", by: "ada", daysAgo: 6, Review(verdict: .ok)),
        run.review("r4", by: "ada", daysAgo: 8, Review(verdict: .ok)),
      ]
    }
    #expect(Self.overdue(some) == ["all", "hard"])
    #expect(some.lines.count { $0.kind == .segment } == 3)
    let today = try Self.report { run in
      ["r0", "r1", "r4"].map { run.review($0, by: "ada", daysAgo: 0, Review(verdict: .ok)) }
    }
    #expect(Self.overdue(today).isEmpty)
  }

  @Test("guardrails of days since a review say what is overdue, and nothing else then is")
  func guardrails() throws {
    let rules = [
      GuardrailRule(metric: .daysSinceReview, range: 0...7),
      GuardrailRule(metric: .daysSinceReview, where: "region:US", range: 0...3),
      GuardrailRule(metric: .daysSinceReview, where: "region:none", range: 0...3),
      GuardrailRule(metric: .accuracy, where: "tier:easy", range: 0.9...1),
    ]
    let report = try Self.report(rules) { run in
      // r0 lies in the EU, r1 in the US.
      [
        run.review("r0", by: "ada", daysAgo: 2, Review(verdict: .ok)),
        run.review("r1", by: "ada", daysAgo: 5, Review(verdict: .ok)),
      ]
    }
    #expect(!report.isDefault)
    #expect(Self.overdue(report) == ["region:US"])
    let line = try #require(report.overdue.first)
    #expect(line.allowed == 3 && line.days.map { Int($0.rounded()) } == 5 && line.reviewed == 1)
  }

  @Test("a flag without a verdict is no look")
  func flags() throws {
    let report = try Self.report { run in
      [run.review("r0", by: "ada", daysAgo: 0, Review(upsetting: Upsetting(severity: 1)))]
    }
    #expect(report.lines[0].last == nil && report.lines[0].overdue)
  }
}
