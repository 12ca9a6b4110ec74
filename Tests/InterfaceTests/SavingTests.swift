import Reviewing
import Screen
import Testing

@testable import Interface

@Suite("What the title says of saving")
struct SavingTests {
  @Test("says saved whole at every size, after every kind of judgement", arguments: 40...100)
  func whole(columns: Int) throws {
    let screen = try ScreenHarness(
      SampleRows.intents, size: Size(columns: columns, rows: 24),
      options: { $0.tags = ["hallucination"] })
    for keys in ["O", "W", "I", "u", "x", "1", "cwhy<C-s>", "z"] {
      try screen.type(keys)
      #expect(screen.lines[0].contains("saved ✓"), "after \(keys)")
      #expect(!screen.lines[0].hasSuffix("…"), "after \(keys)")
    }
  }

  @Test("what a rescue file has does not hold up leaving")
  func rescued() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    screen.send(
      .ledger(
        screen.ledger.book,
        .unsaved(count: 1, reason: "l.jsonl: Permission denied", rescued: "l.rescue.jsonl")))
    #expect(screen.lines[0].contains("saved in a rescue file: l.jsonl: Permission denied"))
    try screen.type("q")
    #expect(screen.hasQuit)
  }

  @Test("what is nowhere but in memory is asked about")
  func unsaved() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    screen.send(
      .ledger(screen.ledger.book, .unsaved(count: 1, reason: "No space left", rescued: nil)))
    try screen.type("q")
    #expect(!screen.hasQuit)
    #expect(screen.text.contains("1 review could not be saved"))
    try screen.type("q")
    #expect(screen.hasQuit)
  }
}
