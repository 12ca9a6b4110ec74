import Evaluation
import Predictions
import Reviewing
import Screen
import Testing

@testable import Interface

@Suite("The screen while a long ledger is being read")
struct LedgerReadingTests {
  private static func screen(
    place: Place? = nil, options: (inout ReviewOptions) -> Void = { _ in }
  ) throws -> ScreenHarness {
    try ScreenHarness(SampleRows.intents, place: place, isLedgerRead: false, options: options)
  }

  private static func finishReading(_ screen: ScreenHarness) {
    screen.send(.ledger(screen.ledger.book, screen.ledger.status))
  }

  @Test("every text is covered until it is known that nobody flagged it")
  func covered() throws {
    let screen = try Self.screen()
    let text = try #require(screen.state.selected?.input?.plainText)
    let start = String(text.prefix(12))
    #expect(!screen.text.contains(start))
    #expect(screen.text.contains("covered until the ledger is read"))
    #expect(screen.lines[0].contains("reading the ledger"))
    #expect(screen.text.contains("… judged"))
    Self.finishReading(screen)
    #expect(screen.text.contains(start))
    #expect(!screen.text.contains("reading the ledger"))
    #expect(!screen.text.contains("… judged"))
  }

  @Test(
    "no key shows a text or records anything meanwhile",
    arguments: [
      "v", "o", "W", "i", "u", "U", "x", "l", "t", "1", "c", "z", "P", "a", "S", "D", "e",
    ])
  func refused(key: String) throws {
    let screen = try Self.screen { $0.tags = ["tone"] }
    let text = try #require(screen.state.selected?.input?.plainText)
    try screen.type(key)
    #expect(screen.text.contains("the ledger is still being read"))
    #expect(!screen.text.contains(text.prefix(12)))
    #expect(screen.ledger.book.isEmpty)
    for view in ["r", "d", "<Enter>", "?"] {
      try screen.type(view)
      #expect(!screen.text.contains(text.prefix(12)))
      try screen.type("<Esc>")
    }
    try screen.type("q")
    #expect(screen.hasQuit)
  }

  @Test("what was flagged stays covered, and the verdict of before is known")
  func flagged() throws {
    let screen = try Self.screen()
    let prediction = try #require(screen.state.selected)
    let flag = Review(verdict: .wrong, upsetting: Upsetting(severity: 2))
    screen.ledger.append(
      LedgerDraft(
        item: ReviewedItem(
          content: prediction.contentDigest, input: prediction.inputDigest, key: prediction.key,
          run: prediction.run, file: prediction.file), body: .review(flag)))
    #expect(screen.text.contains("covered until the ledger is read"))
    Self.finishReading(screen)
    #expect(screen.text.contains("1 prediction of 6 may be upsetting"))
    try screen.type("<Enter>")
    #expect(screen.text.contains("covered: you flagged it as upsetting"))
    try screen.type("vW")
    #expect(screen.text.contains("already wrong"))
  }

  @Test("a verdict counts only from when the text came into sight")
  func tooFast() throws {
    let screen = try Self.screen()
    Self.finishReading(screen)
    screen.gap = 100
    try screen.type("W")
    #expect(screen.text.contains("too fast"))
    try screen.type("W")
    #expect(screen.ledger.book.count == 1)
  }

  @Test("the draw that a sitting begins with waits for the ledger")
  func draw() throws {
    let screen = try Self.screen { $0.sampling.first = DrawOrder(.next(3), where: nil) }
    #expect(screen.ledger.book.draws.isEmpty)
    Self.finishReading(screen)
    #expect(screen.ledger.book.draws.count == 1)
  }

  @Test("a filter by reviews is applied again, and the place of the last sitting is kept")
  func filtered() throws {
    let all = try ScreenHarness(SampleRows.intents)
    let prediction = all.store.prediction(at: all.state.list.rows[3])
    let place = Place(
      tier: nil, key: prediction.key, row: prediction.row, sort: "file", filter: "unreviewed")
    let screen = try Self.screen(place: place)
    let other = screen.store.prediction(at: prediction.row == 0 ? 1 : 0)
    screen.ledger.append(
      LedgerDraft(
        item: ReviewedItem(
          content: other.contentDigest, input: other.inputDigest, key: other.key,
          run: other.run, file: other.file), body: .review(Review(verdict: .ok))))
    Self.finishReading(screen)
    #expect(!screen.keys.contains(other.key))
    #expect(screen.selectedKey == prediction.key)
  }
}
