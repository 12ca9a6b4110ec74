import Evaluation
import Predictions
import TestSupport
import Testing

@Suite("Arranging a list")
struct ArrangerTests {
  @Test(
    "puts items in the order asked for",
    arguments: [
      (SortOrder.file, "abcdfgh"), (.uncertain, "dbhacfg"), (.disagreement, "bacdfgh"),
    ])
  func order(sort: SortOrder, expected: String) throws {
    let run = try SupportRun.open()
    #expect(try keys(Arrangement(sort: sort), in: run) == expected)
  }

  @Test("puts confident mistakes first where it shall be suspicious")
  func suspicious() throws {
    let run = try SupportRun.open()
    #expect(try keys(Arrangement(sort: .suspicious), in: run).hasPrefix("fbd"))
  }

  @Test("is as random for everybody, wherever the rows lie")
  func random() throws {
    let run = try SupportRun.open()
    let turned = try ReviewedRun(
      rows: SupportRun.rows.split(separator: "\n").reversed().joined(separator: "\n") + "\n")
    let order = try keys(Arrangement(sort: .random), in: run).filter { $0 != "g" }
    let other = try keys(Arrangement(sort: .random), in: turned).filter { $0 != "g" }
    // Of equal rows the first is listed: `a` here, `e` there. What a damaged row holds is open.
    #expect(other.map { $0 == "e" ? "a" : String($0) }.joined() == order)
    #expect(order != "abcdfh")
  }

  @Test("shows one tier")
  func tier() throws {
    let run = try SupportRun.open()
    let easy = try #require(run.snapshot.tiers.firstIndex { $0.tier == .easy })
    #expect(try keys(Arrangement(tier: easy, sort: .uncertain), in: run) == "acf")
  }

  @Test("leaves out what is likely upsetting for those who ask for that")
  func avoided() throws {
    let run = try SupportRun.open()
    #expect(try keys(Arrangement(leavesOutShielded: true), in: run) == "abdfgh")
    #expect(try keys(Arrangement(avoided: ["harassment"]), in: run) == "abdfgh")
    #expect(try keys(Arrangement(avoided: ["hate"]), in: run) == "abcdfgh")
  }

  @Test("gives nothing where it was cancelled")
  func cancelled() throws {
    let run = try SupportRun.open()
    let rows = try Arranger.rows(
      Arrangement(), context: SupportRun.context(run), isCancelled: { true })
    #expect(rows == nil)
  }

  private func keys(_ arrangement: Arrangement, in run: ReviewedRun) throws -> String {
    let rows = try Arranger.rows(
      arrangement, context: SupportRun.context(run), isCancelled: { false })
    return SupportRun.keys(rows, in: run)
  }
}
