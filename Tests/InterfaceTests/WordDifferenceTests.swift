import TestSupport
import Testing

@testable import Interface

@Suite("The difference view")
struct WordDifferenceTests {
  private func marked(_ output: String, _ target: String) -> String {
    WordDifference(output: output, target: target).pieces.map { piece in
      switch piece.kind {
      case .common: String(piece.text)
      case .added: "+\(piece.text)+"
      case .removed: "-\(piece.text)-"
      }
    }.joined()
  }

  @Test(
    "words that differ are marked, the rest is common",
    arguments: [
      ("the same", "the same", "the same"),
      ("a c", "a b c", "a -b -c"),
      ("a b c", "a c", "a +b +c"),
      ("fraud", "billing", "-billing-+fraud+"),
      ("", "gone", "-gone-"),
      ("new", "", "+new+"),
      ("", "", ""),
    ])
  func pieces(output: String, target: String, expected: String) {
    #expect(marked(output, target) == expected)
  }

  @Test("what is common and added is the output, what is common and removed the target")
  func reassembles() {
    var generator = SeededGenerator(seed: 7)
    let words = ["a ", "b ", "c ", "d\n", "e "]
    for _ in 0..<300 {
      let output = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }.joined()
      let target = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }.joined()
      let pieces = WordDifference(output: output, target: target).pieces
      #expect(pieces.filter { $0.kind != .removed }.map(\.text).joined() == output)
      #expect(pieces.filter { $0.kind != .added }.map(\.text).joined() == target)
    }
  }

  @Test("texts with thousands of differing words are told as replaced, at once")
  func hopeless() {
    let output = (0..<5_000).map { "o\($0) " }.joined()
    let target = (0..<5_000).map { "t\($0) " }.joined()
    let pieces = WordDifference(output: output, target: target).pieces
    #expect(pieces.map(\.kind) == [.removed, .added])
  }

  @Test("what comes before thousands of differing words is common all the same")
  func commonBeginning() {
    let output = "a b " + (0..<5_000).map { "o\($0) " }.joined()
    let target = "a b " + (0..<5_000).map { "t\($0) " }.joined()
    let pieces = WordDifference(output: output, target: target).pieces
    #expect(pieces.map(\.kind) == [.common, .removed, .added])
    #expect(pieces.first?.text == "a b ")
  }

  @Test("of long texts the beginnings are compared, however far one scrolls")
  func longTexts() throws {
    let words = (0..<60_000).map { "w\($0)" }.joined(separator: " ")
    let screen = try ScreenHarness([
      #"{"id":"a","input":"x","output":"one \#(words)","target":"two \#(words)"}"#
    ])
    try screen.type("d")
    let sentence = "only the first 131,072 bytes of each are compared"
    #expect(screen.text.contains(sentence))
    #expect(screen.text.contains("[-two-] [+one+] w0 w1"))
    // Scrolling far reads more of the texts than is compared.
    #expect(screen.state.textLines(limit: 9_000).count < 4_000)
    #expect(screen.text.contains(sentence))
  }

  @Test("as many lines are laid out as are shown")
  func shownLines() throws {
    let breaks = String(repeating: #"a\n"#, count: 20_000)
    let screen = try ScreenHarness([
      #"{"id":"a","input":"x","output":"\#(breaks)b","target":"\#(breaks)c"}"#
    ])
    try screen.type("d")
    #expect(screen.state.textLines(limit: 20).count < 30)
    #expect(screen.state.textLines(limit: 300_000).count > 20_000)
  }
}
