import Screen
import TestSupport
import Testing

@Suite("Wrapping")
struct TextWrapTests {
  @Test(
    "wraps at words and cuts only words that are wider than the line",
    arguments: [
      ("the quick brown fox", 10, ["the quick", "brown fox"]),
      ("the quick brown fox", 9, ["the quick", "brown fox"]),
      ("the quick", 5, ["the", "quick"]),
      ("unbreakable", 4, ["unbr", "eaka", "ble"]),
      ("an unbreakable word", 6, ["an", "unbrea", "kable", "word"]),
      ("well-known fact", 6, ["well-", "known", "fact"]),
      ("minus -5", 7, ["minus", "-5"]),
      ("漢字かな", 5, ["漢字", "かな"]),
      ("漢字、かな", 4, ["漢", "字、", "かな"]),
      ("ab漢字", 3, ["ab", "漢", "字"]),
      ("漢", 1, ["漢"]),
      ("", 5, []),
    ])
  func words(text: String, columns: Int, lines: [String]) {
    #expect(TextWrap.wrap(text, columns: columns).map(\.string) == lines)
  }

  @Test(
    "keeps line breaks and indentation and drops blanks at a wrap",
    arguments: [
      ("a\nb\r\nc", 5, ["a", "b", "c"]),
      ("a\n\nb\n", 5, ["a", "", "b"]),
      ("\n", 5, [""]),
      ("a\rb", 5, ["a␍b"]),
      ("  if x:\n    y", 9, ["  if x:", "    y"]),
      ("aaaa     bbbb", 4, ["aaaa", "bbbb"]),
      ("aaaa bbbb    \ncc", 4, ["aaaa", "bbbb", "cc"]),
      ("        long-word", 6, ["      ", "long-", "word"]),
      ("\tx\ty", 9, ["    x   y"]),
      ("trailing  ", 20, ["trailing"]),
    ])
  func paragraphs(text: String, columns: Int, lines: [String]) {
    let trimmed = lines.map { $0.allSatisfy { $0 == " " } ? "" : $0 }
    #expect(TextWrap.wrap(text, columns: columns).map(\.string) == trimmed)
  }

  @Test("says which lines begin a paragraph and what of the text they show")
  func source() {
    let text = "one two three\nfour"
    let lines = TextWrap.lines(of: text, columns: 8)
    #expect(lines.map(\.startsParagraph) == [true, false, true])
    #expect(lines.map { $0.source.map { String(text[$0]) } } == ["one two ", "three", "four"])
  }

  @Test("finds the columns of a part of the text")
  func columns() throws {
    let text = "漢字 and \u{202E} three"
    let lines = TextWrap.lines(of: text, columns: 12)
    let word = try #require(text.firstRange(of: "and"))
    let control = try #require(text.firstRange(of: "\u{202E}"))
    #expect(lines[0].columns(of: word) == 5..<8)
    #expect(lines[0].columns(of: control) == nil)
    #expect(lines[1].columns(of: control) == 0..<8)
    #expect(lines[1].columns(of: text.startIndex..<word.lowerBound) == nil)
  }

  @Test("gives the lines that are asked for")
  func window() {
    let text = (1...9).map(String.init).joined(separator: "\n")
    #expect(
      TextWrap.lines(of: text, columns: 5, from: 3, limit: 2).map(\.text.string) == ["4", "5"])
    #expect(TextWrap.lines(of: text, columns: 5, from: 8, limit: 5).map(\.text.string) == ["9"])
    #expect(TextWrap.lines(of: text, columns: 5, from: 9).isEmpty)
    #expect(TextWrap.wrap(text, columns: 5, limit: 0).isEmpty)
  }

  @Test("reads no further than the lines that are asked for")
  func hugeText() {
    let huge = String(repeating: "word ", count: 2_000_000)
    let taken = ProcessorTime.taken {
      for _ in 0..<100 { _ = TextWrap.wrap(huge, columns: 80, limit: 20) }
    }
    #expect(taken < .seconds(10))
  }

  @Test("fits the width and loses nothing but blanks", arguments: HostileText.all)
  func hostile(hostile: HostileText) {
    let whole = DisplayText(hostile.text.replacing("\r\n", with: "\n").replacing("\n", with: " "))
    for columns in [2, 3, 7, 40] {
      let lines = TextWrap.wrap(hostile.text, columns: columns)
      #expect(lines.allSatisfy { $0.width <= columns })
      #expect(lines.allSatisfy { SafeText.fault(in: $0) == nil })
      let shown = lines.map(\.string).joined().filter { $0 != " " }
      #expect(shown == whole.string.filter { $0 != " " })
    }
  }
}
