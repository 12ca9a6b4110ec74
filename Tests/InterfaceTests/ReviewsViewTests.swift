import Reviewing
import Screen
import TestSupport
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

  @Test("a disagreement is settled from the reviews, flags are kept, and undo opens it again")
  func resolving() throws {
    let folder = try TemporaryFolder()
    let location = LedgerLocation([folder.path(of: "{reviewer}.jsonl")])
    let theirs = try Ledger.open(location, reviewer: "lin")
    let lin = try ScreenHarness(SampleRows.intents, ledger: theirs) { $0.reviewer = "lin" }
    try lin.type("Wu")
    theirs.close()
    let shared = try Ledger.open(location, reviewer: "ada")
    defer { shared.close() }
    let ada = try ScreenHarness(SampleRows.intents, ledger: shared)
    try ada.type("<Enter>")
    try ada.type("R")
    #expect(ada.text.contains("covered: v shows what is to be settled"))
    try ada.type("vR")
    #expect(ada.text.contains("nothing to settle"))
    try ada.type("Oa")
    #expect(ada.text.contains("they disagree: R settles it for the team"))
    try ada.type("R")
    #expect(ada.text.contains("╭ settle as "))
    #expect(ada.lines.contains { $0.contains("wrong") && $0.contains("lin") })
    try ada.type("j<Enter>")
    #expect(ada.text.contains("settled for the team:"))
    let content = try #require(shared.book.contents.first { _ in true })
    let settled = try #require(shared.book.resolution(of: content))
    #expect(settled.review.verdict == .wrong)
    #expect(settled.review.upsetting?.severity == 2)
    #expect(settled.by == "ada")
    try ada.type("qz")
    #expect(shared.book.resolution(of: content) == nil)
    #expect(ada.text.contains("undone: settled"))
  }

  @Test("of a comment of very many lines as many are laid out below a prediction as are asked for")
  func longComment() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("c")
    screen.send(.pasted(String(repeating: "word\n", count: 10_000)))
    try screen.type("<C-s>")
    #expect(screen.state.textLines(limit: 30).count < 40)
    #expect(screen.state.textLines(limit: 20_000).count > 10_000)
  }

  @Test("a name or a list of tags is laid out as far as a line goes")
  func longNames() throws {
    let shared = try ScreenHarness.memoryLedger(reviewer: String(repeating: "lin", count: 10_000))
    let screen = try ScreenHarness(SampleRows.intents, ledger: shared)
    try screen.type("Wt" + String(repeating: "tag", count: 60) + "<Enter>")
    #expect(screen.state.reviewLines.count == 3)
    #expect(screen.state.reviewLines.allSatisfy { $0.width < 150 })
  }
}
