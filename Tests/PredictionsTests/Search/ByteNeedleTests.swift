import TestSupport
import Testing

@testable import Predictions

@Suite("Looking for bytes")
struct ByteNeedleTests {
  @Test("finds every place that a look at each one finds", arguments: [1, 2, 3] as [UInt64])
  func agrees(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("aAbB@`[{ \u{0}".utf8)
    for _ in 0..<400 {
      let text = Self.bytes(letters, Int.random(in: 0...300, using: &random), using: &random)
      let needle = Self.bytes(letters, Int.random(in: 1...4, using: &random), using: &random)
      for foldsCase in [false, true] {
        let wanted = foldsCase ? needle.map(Self.folded) : needle
        let found = Self.places(of: ByteNeedle(wanted, foldsCase: foldsCase), in: text)
        let plain = foldsCase ? text.map(Self.folded) : text
        let expected = text.indices.filter { plain[$0...].starts(with: wanted) }
        #expect(found == expected, "\(needle) in \(text), folded: \(foldsCase)")
      }
    }
  }

  private static func places(of needle: ByteNeedle, in text: [UInt8]) -> [Int] {
    text.withUnsafeBytes { bytes in
      var places: [Int] = []
      while let place = needle.firstIndex(in: bytes, from: (places.last ?? -1) + 1) {
        places.append(place)
      }
      return places
    }
  }

  private static func bytes(
    _ letters: [UInt8], _ count: Int, using random: inout SeededGenerator
  ) -> [UInt8] {
    (0..<count).map { _ in letters.randomElement(using: &random) ?? 0 }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
