import TestSupport
import Testing

@testable import Predictions

/// Finding in a text that is never there as a whole.
@Suite("Finding in pieces")
struct PatternSearchTests {
  /// Texts and patterns of few characters, so that parts of a pattern are met often.
  private static let letters = ["a", "b", "A", "é", "É", "İ", "K", "ß", "Σ", "漢", "😀", " "]

  private static func text(_ length: Int, using random: inout SeededGenerator) -> String {
    (0..<length).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
  }

  @Test("finds what is found in the whole, wherever it is cut")
  func pieces() {
    var random = SeededGenerator(seed: 21)
    var hits = 0
    for _ in 0..<4_000 {
      let text = Self.text(Int.random(in: 0...40, using: &random), using: &random)
      let words = (0...Int.random(in: 0...2, using: &random)).map { _ in
        Self.text(Int.random(in: 0...3, using: &random), using: &random)
      }
      let pattern = TextPattern(words.joined(separator: "*"))
      var search = PatternSearch(pattern)
      var rest = Array(text.unicodeScalars)[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...7, using: &random))
        rest = rest.dropFirst(piece.count)
        if piece.count == 1, piece.first?.isASCII == true {
          search.append(UInt8(piece.first?.value ?? 0))
        } else {
          search.append(text: String(String.UnicodeScalarView(piece)))
        }
      }
      let expected = pattern.isContained(in: text)
      let isFound = search.isFound
      #expect(isFound == expected, "\(pattern.text) in \(text)")
      hits += expected ? 1 : 0
    }
    #expect((500..<3_500).contains(hits))
  }

  @Test("finds across the steps of a long piece", arguments: ["needle", "é漢", "ne*le"])
  func steps(pattern: String) {
    let needle = pattern.replacing("*", with: "xx")
    for shift in 65_520..<65_545 {
      let text =
        String(repeating: "-", count: shift) + needle + String(repeating: "é", count: 70_000)
      var search = PatternSearch(TextPattern(pattern))
      search.append(text: text)
      let isFound = search.isFound
      #expect(isFound)
    }
  }
}
