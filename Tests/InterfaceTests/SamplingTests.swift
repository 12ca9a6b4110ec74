import Evaluation
import Predictions
import Reviewing
import Screen
import TestSupport
import Testing

@testable import Interface

@Suite("Draws on the screen")
struct SamplingTests {
  /// Of every four rows one is hard and automatically incorrect.
  private static func rows(_ numbers: some Sequence<Int> = 0..<40) -> [String] {
    numbers.map { number in
      let isHard = number % 4 == 0
      return #"{"id":"r\#(number)","input":"question \#(number)","output":"a\#(number)","#
        + #""correct":\#(!isHard),"confidence":\#(isHard ? "0.31" : "0.97"),"run":"v7"}"#
    }
  }

  /// A sitting that begins with a draw of `size`.
  private static func screen(
    _ size: Int = 10, rows: [String] = rows(), ledger: Ledger? = nil,
    screen: Size = Size(columns: 100, rows: 30), overlap: Double? = nil
  ) throws -> ScreenHarness {
    try ScreenHarness(rows, size: screen, ledger: ledger) {
      $0.sampling.first = DrawOrder(.next(size))
      $0.sampling.size = size
      $0.sampling.overlap = overlap
    }
  }

  @Test("a draw is recorded, and its rows are listed in its order with what may bias hidden")
  func begins() throws {
    let screen = try Self.screen()
    let draw = try #require(screen.ledger.book.draws.first?.draw)
    #expect(draw.planned == 10)
    #expect(draw.run == "v7")
    #expect(screen.keys.count == 10)
    #expect(screen.text.contains("draw · 1 of 10 · draw order"))
    #expect(screen.text.contains("sample    0 of 10"))
    #expect(screen.text.contains("blind: metric and tier show after your verdict"))
    #expect(!screen.text.contains(#/\.97|\.31|automatic/#))
    #expect(screen.lines.last?.contains("a draw of 10, recorded in the ledger") == true)
  }

  @Test("the order of the file changes nothing about the order of the draw")
  func order() throws {
    let shuffled = try Self.screen(rows: Self.rows((0..<40).reversed()))
    #expect(try Self.screen().keys == shuffled.keys)
  }

  @Test("a verdict reveals the metric, and the review says from which draw it came")
  func context() throws {
    let screen = try Self.screen()
    let key = try #require(screen.selectedKey)
    try screen.type("w")
    #expect(screen.lines[0].contains("automatic: "))
    #expect(screen.lines[0].contains("k goes back"))
    let review = try #require(screen.currentReview(of: key))
    #expect(review.context.draw == screen.ledger.book.draws.first?.draw.id)
    #expect(review.context.stratum == "all")
    #expect(review.context.position == 1)
    #expect(review.context.blind == true)
    #expect(review.context.afterReveal == nil)
  }

  @Test("a change after the reveal is marked, also by way of undo", arguments: ["WO", "WzW"])
  func afterReveal(keys: String) throws {
    let screen = try Self.screen()
    let key = try #require(screen.selectedKey)
    try screen.type(keys)
    #expect(screen.currentReview(of: key)?.context.afterReveal == true)
  }

  @Test("the numbers of the draw follow every verdict, labelled so far until it is done")
  func numbers() throws {
    let screen = try Self.screen()
    try screen.type("wooo")
    #expect(screen.text.contains("sample    4 of 10"))
    #expect(screen.text.contains("wrong     1 of 4"))
    #expect(screen.text.contains("25 %, so far "))
    #expect(screen.text.contains("upsetting 0 of 4"))
    try screen.type("jo")
    #expect(screen.text.contains("sample    5 of 10"))
    #expect(screen.text.contains("wrong     1 of 4"))
  }

  @Test("a screen without room for the pane says the numbers in one line")
  func narrow() throws {
    let screen = try Self.screen(screen: Size(columns: 80, rows: 24))
    try screen.type("wo")
    #expect(screen.lines[1].contains("sample 2 of 10 · wrong 1 of 2: 50 %, so far"))
  }

  @Test(
    "what would change the order is off and says why",
    arguments: [
      ("s", "no sorting in a draw"), ("&", "gone through whole"), ("<Tab>", "gone through whole"),
      ("e", "an export is of the whole list"), ("S", "in a draw: 0 of 10 judged"),
    ])
  func refuses(key: String, words: String) throws {
    let screen = try Self.screen()
    let keys = screen.keys
    try screen.type(key)
    #expect(screen.lines.last?.contains(words) == true)
    #expect(screen.keys == keys)
  }

  @Test("Esc leaves the draw and S takes it up where it was left")
  func leaving() throws {
    let screen = try Self.screen()
    let keys = screen.keys
    try screen.type("oo<Esc>")
    #expect(screen.keys.count == 40)
    #expect(!screen.text.contains("sample  "))
    try screen.type("S")
    #expect(screen.keys == keys)
    #expect(screen.selectedKey == keys[2])
    #expect(screen.lines.last?.contains("the draw continues: 2 of 10 judged") == true)
    #expect(screen.ledger.book.draws.count == 1)
  }

  @Test("the next sitting goes on with the unfinished draw at the first open prediction")
  func resuming() throws {
    let first = try Self.screen()
    try first.type("oow")
    let second = try Self.screen(30, ledger: first.ledger)
    #expect(second.keys == first.keys)
    #expect(second.selectedKey == first.keys[3])
  }

  @Test("what I judged before is taken over and said so")
  func takenOver() throws {
    let drawn = Set(try Self.screen().keys.prefix(3))
    let screen = try ScreenHarness(Self.rows()) { $0.sampling.size = 10 }
    for key in screen.keys {
      if drawn.contains(key) { try screen.type("W") }
      try screen.type("j")
    }
    try screen.type("S")
    #expect(screen.lines.last?.contains("3 of 10 were judged before: taken over") == true)
    #expect(screen.text.contains("sample    3 of 10"))
    #expect(screen.text.contains("wrong     3 of 3"))
  }

  @Test("the end of a draw says its rate and what was flagged, and copies five lines")
  func end() throws {
    let screen = try Self.screen(5)
    let keys = screen.keys
    try screen.type("owouoo")
    #expect(screen.text.contains("end of the draw"))
    #expect(screen.text.contains("5 of 5 judged"))
    #expect(screen.text.contains("wrong       1 of 5 · 20 %, "))
    #expect(try screen.text.contains(Regex("\(keys[1]) +✗ wrong")))
    #expect(try screen.text.contains(Regex("\(keys[3]) +⚑ upsetting 2")))
    try screen.type("y")
    let copied = try #require(screen.copied.last).split(separator: "\n")
    #expect(copied.count == 5)
    #expect(copied[0].hasPrefix("**Spot check of v7**, drawn 2026-01-05: 5 of 5 judged, of 40"))
    #expect(copied[1].hasPrefix("- wrong: 20 % of 5 (95 % interval "))
    #expect(copied[4] == "- flagged by ada: `\(keys[1])`, `\(keys[3])`")
  }

  @Test("the end of a draw says how the guardrails stand, those that were left first")
  func guardrails() throws {
    let screen = try ScreenHarness(Self.rows()) {
      $0.sampling.first = DrawOrder(.next(30))
      $0.guardrails = [
        GuardrailRule(metric: .predictions, range: 1...100),
        GuardrailRule(metric: .wrongRate, range: 0...0.05),
      ]
    }
    try screen.type(String(repeating: "w", count: 29))
    #expect(!screen.text.contains("wrong-rate"))
    try screen.type("w")
    let text = screen.text
    let left = try #require(text.firstRange(of: "left: wrong-rate"))
    let inside = try #require(text.firstRange(of: "inside: predictions"))
    #expect(left.lowerBound < inside.lowerBound)
  }

  @Test("at the end of a draw S draws as many more, with the same seed")
  func extending() throws {
    let screen = try Self.screen(5)
    let keys = screen.keys
    try screen.type("oooooS")
    #expect(screen.keys.count == 10)
    #expect(Set(keys).isSubset(of: screen.keys))
    #expect(screen.text.contains("sample    5 of 10"))
    #expect(Set(screen.ledger.book.draws.map(\.draw.id)).count == 1)
    #expect(screen.ledger.book.draws.map(\.draw.planned) == [10, 5])
  }

  @Test("somebody else's verdicts count and stay hidden")
  func others() throws {
    let ledger = try ScreenHarness.memoryLedger(reviewer: "lin")
    let lin = try Self.screen(ledger: ledger)
    let prediction = try #require(lin.state.selected)
    _ = ledger.append(
      LedgerDraft(
        item: ReviewedItem(
          content: prediction.contentDigest, input: prediction.inputDigest, key: prediction.key,
          run: nil, file: prediction.file), body: .review(Review(verdict: .wrong))))
    let screen = try Self.screen(ledger: ledger)
    #expect(screen.text.contains("sample    1 of 10"))
    #expect(screen.selectedKey == screen.keys[1])
    #expect(!screen.text.contains("✗"))
    try screen.type("ka")
    #expect(screen.lines.last?.contains("shown once your verdict is in") == true)
  }

  @Test("a shared draw shows the part that is for all and mine, and S takes over what is left")
  func sharing() throws {
    let team = try ReviewedRun(rows: #"{"id":"x","output":"of another run"}"# + "\n") { run in
      [run.review("x", by: "lin", Review(verdict: .ok))]
    }
    let screen = try Self.screen(20, ledger: team.ledger, overlap: 0.2)
    let mine = screen.keys
    #expect(mine.count > 4 && mine.count < 20)
    #expect(screen.text.contains("sample    0 of 20"))
    #expect(screen.text.contains("yours   0 of \(mine.count)"))
    let alone = try Self.screen(20)
    #expect(alone.keys.count == 20)
    #expect(Array(mine.prefix(4)) == Array(alone.keys.prefix(4)))
    try screen.type(String(repeating: "o", count: mine.count))
    #expect(screen.text.contains("the others are somebody else's to look at"))
    try screen.type("S")
    #expect(screen.keys == alone.keys)
    #expect(screen.ledger.book.draws.count == 1)
  }

  @Test("in a shared draw what is for all waits for my own verdict, whoever gave one before")
  func overlapping() throws {
    let ledger = try ScreenHarness.memoryLedger(reviewer: "lin")
    let lin = try Self.screen(20, ledger: ledger, overlap: 0.2)
    let prediction = try #require(lin.state.selected)
    _ = ledger.append(
      LedgerDraft(
        item: ReviewedItem(
          content: prediction.contentDigest, input: prediction.inputDigest, key: prediction.key,
          run: nil, file: prediction.file), body: .review(Review(verdict: .ok))))
    let screen = try Self.screen(20, ledger: ledger, overlap: 0.2)
    #expect(screen.text.contains("sample    1 of 20"))
    #expect(screen.selectedKey == prediction.key)
  }

  @Test("a filter says what is drawn among, unless it asks about reviews")
  func filtered() throws {
    let screen = try ScreenHarness(Self.rows()) { $0.sampling.size = 5 }
    try screen.type("&verdict:wrong or tier:hard<Enter>S")
    #expect(
      screen.lines.last?.contains("no draw: the query asks about reviews") == true
        || screen.text.contains("no draw: the query asks about reviews"))
    try screen.type("&<C-u>tier:hard<Enter>S")
    #expect(screen.keys.count == 5)
    #expect(screen.ledger.book.draws.first?.draw.where == "tier:hard")
    try screen.type("w")
    #expect(screen.text.contains("wrong     1 of 1"))
  }

  @Test("the screen of a draw fits every size", arguments: [(40, 12), (80, 24), (120, 36)])
  func sizes(columns: Int, rows: Int) throws {
    let screen = try Self.screen(4, screen: Size(columns: columns, rows: rows))
    try screen.type("woiu")
    #expect(screen.lines.allSatisfy { DisplayText($0).width <= columns })
    try screen.type("o")
    #expect(screen.text.contains("end of the draw"))
    #expect(screen.lines.allSatisfy { DisplayText($0).width <= columns })
  }
}
