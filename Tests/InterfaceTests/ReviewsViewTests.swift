import Reviewing
import Screen
import Testing

@testable import Interface

@Suite("Everyone's reviews")
struct ReviewsViewTests {
  @Test("name the prediction, the minute, and each remark")
  func words() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("Wcit is late<C-s>a")
    #expect(screen.text.contains("╭ reviews · r-6 "))
    #expect(screen.text.contains("ada  2026-01-05 09:00  ✗ wrong"))
    #expect(screen.text.contains("comment it is late"))
  }

  @Test("a pass is told by whom and to whom, above, on the prediction and in the reviews")
  func passes() throws {
    let shared = try ScreenHarness.memoryLedger(reviewer: "lin")
    let lin = try ScreenHarness(SampleRows.intents, ledger: shared) { $0.reviewer = "lin" }
    try lin.type("Pada<Enter>k")
    #expect(lin.lines.contains { $0.contains("╭ r-6 ") && $0.contains(" passed to ada ") })
    let ada = try ScreenHarness(SampleRows.intents, ledger: shared)
    #expect(ada.text.contains("passed to you by lin"))
    try ada.type("a")
    #expect(ada.text.contains("lin  2026-01-05 09:00  passed it to ada"))
  }
}
