import Evaluation
import Predictions
import Reviewing
import Screen
import TestSupport
import Testing

@testable import Interface

@Suite("What was not seen is not judged")
struct SeenTests {
  @Test("a disagreement is settled by no key that comes too fast for it to be seen")
  func settlingTooFast() throws {
    let folder = try TemporaryFolder()
    let location = LedgerLocation([folder.path(of: "{reviewer}.jsonl")])
    let theirs = try Ledger.open(location, reviewer: "lin")
    try ScreenHarness(SampleRows.intents, ledger: theirs) { $0.reviewer = "lin" }.type("W")
    theirs.close()
    let shared = try Ledger.open(location, reviewer: "ada")
    defer { shared.close() }
    let screen = try ScreenHarness(SampleRows.intents, ledger: shared)
    try screen.type("Oj")
    screen.gap = 90
    try screen.type("kR")
    #expect(screen.lines.last?.contains("too fast: nothing recorded") == true)
    try screen.type("<Enter>")
    #expect(shared.book.contents.allSatisfy { shared.book.resolution(of: $0) == nil })
    screen.gap = 1_000
    try screen.type("R<Enter>")
    #expect(shared.book.contents.contains { shared.book.resolution(of: $0) != nil })
  }

  @Test("what was covered again is not settled")
  func settlingCovered() throws {
    let folder = try TemporaryFolder()
    let location = LedgerLocation([folder.path(of: "{reviewer}.jsonl")])
    let theirs = try Ledger.open(location, reviewer: "lin")
    try ScreenHarness(SampleRows.intents, ledger: theirs) { $0.reviewer = "lin" }.type("W")
    theirs.close()
    let shared = try Ledger.open(location, reviewer: "ada")
    defer { shared.close() }
    let screen = try ScreenHarness(SampleRows.intents, ledger: shared) { $0.shieldsAll = true }
    try screen.type("vOR")
    screen.gap = 61_000
    try screen.type("<Enter>")
    #expect(screen.text.contains("covered: v shows what is to be settled"))
    #expect(shared.book.contents.allSatisfy { shared.book.resolution(of: $0) == nil })
  }

  @Test("the time under a card that hides the prediction does not count", arguments: ["?", "D"])
  func hidden(key: String) throws {
    let screen = try ScreenHarness(SampleRows.intents)
    // Both keys are taken before anything is drawn.
    _ = screen.state.update(.key(.character("j"), at: 1_000))
    try screen.type(key)
    screen.gap = 5_000
    try screen.type("q")
    screen.gap = 50
    try screen.type("W")
    #expect(screen.lines.last?.contains("too fast: nothing recorded") == true)
    #expect(screen.ledger.book.isEmpty)
  }

  @Test("the key that puts the first card away is no look at what lay under it")
  func firstCard() throws {
    let screen = try ScreenHarness(SampleRows.intents) { $0.showsFirstCard = true }
    try screen.type(" ")
    screen.gap = 100
    try screen.type("W")
    #expect(screen.lines.last?.contains("too fast: nothing recorded") == true)
    #expect(screen.ledger.book.isEmpty)
  }

  @Test(
    "nothing is recorded where the screen is too small to show it",
    arguments: ["o", "W", "u", "x", "P", "c", "l", "t", "R", "U", "z"])
  func tooSmall(key: String) throws {
    let screen = try ScreenHarness(SampleRows.intents) { $0.tags = ["refusal"] }
    try screen.type("x")
    screen.send(.resized(Size(columns: 39, rows: 12)))
    try screen.type(key + "1<Enter>")
    screen.send(.resized(Size(columns: 100, rows: 30)))
    #expect(screen.ledger.book.count == 1)
    #expect(screen.state.judgementCount == 1)
    #expect(screen.state.overlays.isEmpty)
    screen.gap = 100
    try screen.type("W")
    #expect(screen.lines.last?.contains("too fast: nothing recorded") == true)
  }

  @Test(
    "what is written in a view is about the prediction that it was opened on",
    arguments: ["clate<C-s>", "Plin<Enter>", "U3<Enter>", "trude<Enter>", "lbilling<Enter>"])
  func viewKeepsItsPrediction(keys: String) throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let first = try #require(screen.selectedKey)
    let row = try #require(screen.state.list.selectedRow)
    try screen.type(String(keys.prefix(1)))
    // A list that was asked for before arrives, and what is on show is not in it any more.
    let rows = RowList(screen.state.list.rows.filter { $0 != row })
    screen.send(
      .arranged(
        id: screen.state.arrangementID, rows: rows, of: 0..<screen.store.snapshot.rowCount))
    try screen.type(String(keys.dropFirst()))
    #expect(screen.state.undos.map(\.row) == [row])
    #expect(screen.lines[0].contains(first))
  }

  @Test("whoever has begun to judge is not taken elsewhere when the list is ordered")
  func listIsOrderedUnderneath() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let first = try #require(screen.selectedKey)
    try screen.type("u")
    let rows = RowList(screen.state.list.rows.reversed())
    screen.send(
      .arranged(
        id: screen.state.arrangementID, rows: rows, of: 0..<screen.store.snapshot.rowCount))
    #expect(screen.selectedKey == first)
  }
}
