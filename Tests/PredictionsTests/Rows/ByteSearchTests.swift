import CVectors
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

  @Test("of sixteen bytes each is marked that is meant, whatever the others are")
  func marks() {
    var random = SeededGenerator(seed: 12)
    for byte in UInt8.min...UInt8.max {
      var bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      bytes[Int.random(in: 0..<32, using: &random)] = byte
      let special = bytes.map { $0 < 0x20 || $0 >= 0x80 || $0 == 0x22 || $0 == 0x5C }
      let others = bytes.map { !(0x30...0x39).contains($0) }
      GuardedBytes(bytes).withBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        #expect(vector_special_bits(base) == bits(special[..<16]))
        #expect(vector_special_bits(base + 16) == bits(special[16...]))
        #expect(vector_special_in_32(base) == bits(special[..<16]) | bits(special[16...]))
        #expect(vector_no_digit_bits(base) == bits(others[..<16]))
        #expect(vector_portable_bits(base) == bits(bytes[..<16].map { $0 >= 0x80 }[...]))
      }
    }
  }

  private func bits(_ marks: ArraySlice<Bool>) -> UInt32 {
    marks.reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
  }

  @Test("a number in a row is the number that its text is alone")
  func numbers() {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<20_000 {
      let length = Int.random(in: 1...10, using: &random)
      let text = (0..<length).map { _ in
        Array("0123456789.-e/:".utf8).randomElement(using: &random) ?? 0
      }
      let behind = Array("5,77777777".utf8.prefix(Int.random(in: 0...10, using: &random)))
      let inRow = GuardedBytes(text + behind).withBytes {
        JSONNumber.value(in: $0, from: 0, to: text.count)
      }
      #expect(inRow == text.withUnsafeBytes { JSONNumber.value(of: $0) })
      let written = String(decoding: text, as: UTF8.self)
      if let inRow, !written.hasPrefix("+") { #expect(inRow == Double(written) ?? inRow) }
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
