import Evaluation
import Foundation
import Reviewing
import Screen
import TestSupport
import Testing

@testable import Interface

@Suite("Judging")
struct JudgingTests {
  @Test("one key records a verdict and goes on to the next unjudged prediction")
  func oneKey() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let first = try #require(screen.selectedKey)
    try screen.type("w")
    #expect(screen.review(of: first)?.verdict == .wrong)
    #expect(screen.selectedKey != first)
    #expect(screen.lines[0].contains("✗ wrong · \(first)"))
    #expect(screen.lines[0].contains("z undoes"))
  }

  @Test("the capital records and stays")
  func stays() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let first = try #require(screen.selectedKey)
    try screen.type("O")
    #expect(screen.selectedKey == first)
    #expect(screen.review(of: first)?.verdict == .ok)
  }

  @Test("wrong and upsetting is u w, and upsetting alone is no verdict")
  func upsettingAndWrong() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let first = try #require(screen.selectedKey)
    try screen.type("u")
    #expect(screen.review(of: first) == Review(upsetting: Upsetting(severity: 2)))
    #expect(screen.selectedKey == first)
    try screen.type("w")
    #expect(screen.review(of: first) == Review(verdict: .wrong, upsetting: Upsetting(severity: 2)))
  }

  @Test("u walks severities 2, 3, 1 and off")
  func severities() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let first = try #require(screen.selectedKey)
    var seen: [Int?] = []
    for _ in 0..<4 {
      try screen.type("u")
      seen.append(screen.review(of: first)?.upsetting?.severity)
    }
    #expect(seen == [2, 3, 1, nil])
  }

  @Test("severity and several categories are given in one go")
  func details() throws {
    let screen = try ScreenHarness(SampleRows.intents) { options in
      options.upsettingCategories = ["harassment", "hate", "violence"]
    }
    let first = try #require(screen.selectedKey)
    try screen.type("U3<Space>jj<Space>k<Space><Enter>")
    #expect(
      screen.review(of: first)?.upsetting
        == Upsetting(severity: 3, categories: ["hate", "harassment"]))
    #expect(!screen.text.contains("would distress"))
  }

  @Test("Enter without Space takes one choice, after Space it only closes")
  func detailsKeys() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let first = try #require(screen.selectedKey)
    try screen.type("U3<Enter>")
    #expect(screen.review(of: first)?.upsetting == Upsetting(severity: 3))
    try screen.type("zU1<Space>")
    #expect(screen.lines.last?.contains("Enter done") == true)
    try screen.type("<Enter>")
    #expect(screen.review(of: first)?.upsetting == Upsetting(severity: 1))
    #expect(screen.ledger.book.count == 1)
  }

  @Test("a category that begins with a digit is no severity")
  func digitCategory() throws {
    let screen = try ScreenHarness(SampleRows.intents) { $0.upsettingCategories = ["18+"] }
    let first = try #require(screen.selectedKey)
    try screen.type("UG<Up><Enter>")
    #expect(
      screen.review(of: first)?.upsetting == Upsetting(severity: 2, categories: ["18+"]))
  }

  @Test("what is taken back leaves no trace on the screen, and somebody's verdict stays in sight")
  func emptied() throws {
    let shared = try ScreenHarness.memoryLedger(reviewer: "lin")
    let lin = try ScreenHarness(SampleRows.intents, ledger: shared) { $0.reviewer = "lin" }
    try lin.type("O")
    let before = try ScreenHarness(SampleRows.intents, ledger: shared).lines
    #expect(before.contains { $0.contains("▸ r-6  ✓ lin") })
    let screen = try ScreenHarness(SampleRows.intents)
    let untouched = screen.lines
    try screen.type("uuuu")
    #expect(Array(screen.lines.dropFirst()) == Array(untouched.dropFirst()))
  }

  @Test("the same verdict again records nothing and says so")
  func already() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("WW")
    #expect(screen.lines.last?.contains("already wrong") == true)
    #expect(screen.state.judgementCount == 1)
  }

  @Test("a verdict sooner than a fifth of a second after the drawing is none")
  func tooFast() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let first = try #require(screen.selectedKey)
    screen.gap = 199
    try screen.type("w")
    #expect(screen.review(of: first) == nil)
    #expect(screen.lines.last?.contains("too fast: nothing recorded") == true)
    try screen.type("w")
    #expect(screen.review(of: first)?.verdict == .wrong)
  }

  @Test(
    "the line at the end says what was said: verdicts are judged, and what came without one is named",
    arguments: [
      ("", "0 predictions judged"), ("W", "1 prediction judged"),
      ("chm<C-s>", "1 comment"), ("uju", "2 flags"), ("Wu", "1 prediction judged"),
      ("Wchm<C-s>jchm<C-s>jx1", "1 prediction judged, 1 comment, 1 flag, 1 tag"),
      ("Wz", "0 predictions judged"),
    ])
  func tally(keys: String, words: String) throws {
    let screen = try ScreenHarness(SampleRows.intents) { $0.tags = ["refusal"] }
    try screen.type(keys)
    #expect(screen.state.tally.words == words)
  }

  @Test("a verdict that only closes a card is none, and the card is named for it, not haste")
  func behindCard() throws {
    let welcome = try ScreenHarness(SampleRows.intents) { $0.showsFirstCard = true }
    try welcome.type("w")
    #expect(welcome.lines.last?.contains("the card is closed: nothing recorded") == true)
    #expect(welcome.ledger.book.isEmpty)
    try welcome.type("w")
    #expect(welcome.ledger.book.count == 1)
  }

  @Test("undo goes as deep as the sitting and back to where each judgement was made")
  func undo() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let first = try #require(screen.selectedKey)
    try screen.type("wox")
    #expect(screen.ledger.book.count == 3)
    try screen.type("zz<Backspace>")
    #expect(screen.ledger.book.count == 0)
    #expect(screen.selectedKey == first)
    try screen.type("z")
    #expect(screen.lines.last?.contains("nothing to undo") == true)
  }

  @Test("undoing a change brings the earlier judgement back")
  func undoChange() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let first = try #require(screen.selectedKey)
    try screen.type("WOz")
    #expect(screen.review(of: first)?.verdict == .wrong)
  }

  @Test("a first verdict skips what I judged, a changed one goes to the next row")
  func whereItGoes() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let keys = screen.keys
    try screen.type("jO")
    try screen.type("ko")
    #expect(screen.selectedKey == keys[2])
    try screen.type("gw")
    #expect(screen.selectedKey == keys[1])
  }

  @Test("the counts follow each judgement as counting everything anew would")
  func counts() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    var generator = SeededGenerator(seed: 11)
    let keys = ["O", "W", "I", "u", "x", "z", "j", "k", "g", "<Tab>", "1", "Plin<Enter>"]
    for _ in 0..<300 {
      try screen.type(keys.randomElement(using: &generator) ?? "j")
      var anew = ReviewCounts(reviewer: "ada")
      anew.count(upTo: screen.store.snapshot, book: screen.ledger.book)
      let counts = screen.state.counts
      #expect(counts.judged == anew.judged)
      #expect(counts.judgedByMe == anew.judgedByMe)
      #expect(counts.wrong == anew.wrong)
      #expect(counts.unsure == anew.unsure)
      #expect(counts.upsetting == anew.upsetting)
      #expect(counts.badTarget == anew.badTarget)
      for tier in screen.store.snapshot.tiers { #expect(counts[tier.tier] == anew[tier.tier]) }
    }
  }

  @Test("at the end of the list there is an end card and no wrapping")
  func endCard() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("oooooo")
    #expect(screen.text.contains("end of the list"))
    #expect(screen.text.contains("You judged all 6 of all"))
    #expect(screen.text.contains("this time   6 judged"))
    #expect(screen.text.contains("everybody   6 judged"))
    try screen.type("<Esc>")
    #expect(!screen.text.contains("end of the list"))
  }

  @Test("bad target needs a target")
  func badTarget() throws {
    let screen = try ScreenHarness([#"{"id":"a","input":"x","output":"y"}"#])
    try screen.type("x")
    #expect(screen.lines.last?.contains("no target") == true)
    #expect(screen.ledger.book.isEmpty)
  }

  @Test("digits toggle the team's tags and the list takes new ones")
  func tags() throws {
    let screen = try ScreenHarness(SampleRows.intents) { $0.tags = ["hallucination", "refusal"] }
    let first = try #require(screen.selectedKey)
    try screen.type("21")
    #expect(screen.review(of: first)?.tags == ["refusal", "hallucination"])
    try screen.type("2tsarcasm<Enter>")
    #expect(screen.review(of: first)?.tags == ["hallucination", "sarcasm"])
    try screen.type("t1t1")
    #expect(screen.review(of: first)?.tags == ["sarcasm", "hallucination"])
    try screen.type("j3")
    #expect(screen.review(of: screen.keys[1])?.tags == ["sarcasm"])
    try screen.type("9")
    #expect(screen.lines.last?.contains("there is no tag 9") == true)
  }

  @Test("a comment of several lines, in any script, is kept whole by later judgements")
  func comment() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    let first = try #require(screen.selectedKey)
    try screen.type("cgrüße<Enter>日本 नमस्ते<C-s>w")
    let review = try #require(screen.currentReview(of: first))
    #expect(review.review.verdict == .wrong)
    #expect(screen.ledger.comment(of: review) == "grüße\n日本 नमस्ते")
  }

  @Test("Esc asks before it discards what was typed")
  func discard() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("cabc<Esc>")
    #expect(screen.lines.last?.contains("again discards") == true)
    try screen.type("<Esc>")
    #expect(screen.ledger.book.isEmpty)
    #expect(!screen.text.contains("╭ comment"))
  }

  @Test("the label list narrows while typing")
  func label() throws {
    let screen = try ScreenHarness(
      SampleRows.intents
        + SampleRows.intents.map {
          $0.replacing("\"r-", with: "\"s-").replacing("?\"", with: "!\"")
        })
    let first = try #require(screen.selectedKey)
    try screen.type("l")
    #expect(screen.text.contains("complaint"))
    try screen.type("bil<Enter>")
    #expect(screen.review(of: first)?.label == "billing")
  }

  @Test("keys are off while typing text")
  func typing() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("/owq<Esc>")
    #expect(screen.ledger.book.isEmpty)
    #expect(!screen.hasQuit)
  }

  @Test(
    "a blank parts the marks from the text", arguments: ["I", "uI", "uxI", "uW", "uxW", "x"],
    [Size(columns: 100, rows: 30), Size(columns: 50, rows: 15)])
  func marksKeepTheirColumn(keys: String, size: Size) throws {
    let screen = try ScreenHarness(SampleRows.intents, size: size)
    let input = try #require(screen.state.selected?.input?.oneLine(upTo: 12).prefix(8))
    try screen.type(keys)
    let line = try #require(screen.lines.first { $0.contains("▸ r-") })
    #expect(line.contains(" \(input)"))
  }

  @Test("a row that cannot be read any more is not judged by any key")
  func unreadable() throws {
    let rows = (0..<300).map {
      #"{"id":"r\#($0)","input":"question \#($0)","output":"answer \#($0)"}"#
    }
    let screen = try ScreenHarness(rows)
    let path = try #require(screen.store.snapshot.files.first?.path)
    let other = rows.map { $0.replacing("question", with: "quixotic") }
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.write(contentsOf: Data((other.joined(separator: "\n") + "\n").utf8))
    try file.close()
    try screen.type("G")
    for key in ["w", "O", "u", "x", "1", "P", "R"] {
      try screen.type(key)
      #expect(screen.text.contains("cannot be read"), "\(key)")
    }
    #expect(screen.ledger.book.isEmpty)
    #expect(screen.ledger.book.contents.allSatisfy { _ in false })
  }
}
