import TestSupport
import Testing

@testable import Interface

@Suite("The difference view")
struct WordDifferenceTests {
  private func marked(_ output: String, _ target: String) -> String {
    WordDifference(output: output, target: target).pieces.map { piece in
      switch piece.kind {
      case .common: piece.text
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
}
