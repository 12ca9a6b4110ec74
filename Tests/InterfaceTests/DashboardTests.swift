import Reviewing
import Screen
import Testing

@testable import Interface

@Suite("The dashboard")
struct DashboardTests {
  @Test("without a draw there is no rate, but what was found is counted, live")
  func browsing() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("WD")
    #expect(screen.text.contains("╭ dashboard "))
    #expect(screen.text.contains("No rate yet: rates come from draws."))
    #expect(screen.text.contains("in 1 prediction: 1 wrong"))
    #expect(screen.text.contains("not looked at"))
    try screen.type("q")
    #expect(!screen.text.contains("dashboard ─"))
  }

  @Test("a line leads to its predictions")
  func jumping() throws {
    let rows = (0..<12).map {
      #"{"id":"r\#($0)","input":"q\#($0)","output":"a","confidence":\#($0 % 2 == 0 ? 0.95 : 0.6),"#
        + #""region":"\#(["EU west", "US"][$0 % 2])"}"#
    }
    let screen = try ScreenHarness(rows)
    try screen.type("Dj<Enter>")
    #expect(!screen.text.contains("╭ dashboard "))
    let tier = screen.state.snapshot.tiers[1].tier
    #expect(screen.state.tier == tier)
    #expect(screen.keys.count == screen.state.snapshot.tiers[1].count)
    try screen.type("DG<Enter>")
    #expect(screen.state.filter?.text == #"region:"US""#)
    try screen.type("<Tab>DGk<Enter>")
    #expect(screen.state.filter?.text == #"region:"EU west""#)
    #expect(screen.keys.count == 6)
  }

  @Test("the order changes by the key that sorts the list")
  func sorting() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("D")
    #expect(screen.text.contains("as in the file"))
    try screen.type("s")
    #expect(screen.text.contains("worst first"))
    try screen.type("ss")
    #expect(screen.text.contains("least looked at first"))
  }

  @Test(
    "fits every size", arguments: [(40, 12), (50, 15), (80, 24), (120, 36)])
  func sizes(columns: Int, rows: Int) throws {
    let screen = try ScreenHarness(
      SampleRows.intents, size: Size(columns: columns, rows: rows))
    try screen.type("WDGG")
    #expect(screen.lines.allSatisfy { DisplayText($0).width <= columns })
    #expect(screen.text.contains("dashboard"))
    #expect(screen.lines.last?.contains("show these") == true)
  }
}
