import TestSupport
import Testing

@testable import Predictions

/// The quick ways through bytes against the obvious ones.
@Suite("Searching bytes")
struct ByteSearchTests {
  private static func texts() -> [[UInt8]] {
    var random = SeededGenerator(seed: 11)
    return (0..<300).map { length in
      (0..<length % 70).map { _ in
        [0x0A, 0x00, 0x80, 0xFF, 0x22, 0x61].randomElement(using: &random) ?? 0
      }
    }
  }

  @Test("counts what a loop counts")
  func count() {
    for text in Self.texts() {
      for byte: UInt8 in [0x0A, 0x00, 0x80, 0xFF] {
        let counted = text.withUnsafeBytes { ByteSearch.count(of: byte, in: $0) }
        #expect(counted == text.filter { $0 == byte }.count)
      }
    }
  }

  @Test("the first word holds the first bytes in their order and nothing else")
  func firstWord() {
    for text in Self.texts() {
      let expected = text.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      #expect(text.withUnsafeBytes { ByteSearch.firstWord(of: $0) } == expected)
    }
  }

  @Test("a vocabulary gives one code per value, as a dictionary does")
  func vocabulary() {
    var vocabulary = Vocabulary()
    var known: [[UInt8]: UInt16] = [:]
    for text in Self.texts() + Self.texts() where !text.isEmpty {
      let (code, isNew) = text.withUnsafeBytes { vocabulary.code(of: $0) }
      #expect(isNew == (known[text] == nil))
      #expect(known[text, default: code] == code)
      known[text] = code
    }
    #expect(Set(known.values).count == known.count)
    #expect(vocabulary.count == known.count)
  }
}
