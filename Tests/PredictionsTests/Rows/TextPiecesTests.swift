import TestSupport
import Testing

@testable import Predictions

/// Texts that are decoded a piece at a time.
@Suite("A text decoded in pieces")
struct TextPiecesTests {
  /// What a text may be made of: characters of every width, escapes, and bytes that are no UTF-8.
  private static let bits: [[UInt8]] =
    [
      "x", "é", "漢", "😀", #"\n"#, #"\\"#, #"\u00e4"#, #"\ud83d\ude00"#, #"\ud83d"#, #"\ude00"#,
      #"\q"#,
    ].map { Array($0.utf8) } + [
      [0x80], [0xE2], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80],
    ]

  private func pieces(of raw: [UInt8], hasEscapes: Bool) -> [UInt8] {
    var text: [UInt8] = []
    raw.withUnsafeBytes {
      StringEscape.append($0, hasEscapes: hasEscapes, isSound: false, to: &text, pieceLength: 7)
    }
    return text
  }

  @Test("is the text as a whole", arguments: bits)
  func wholeText(bit: [UInt8]) {
    // Runs of one kind, with any other around them, put every place of it on a border.
    for other in Self.bits {
      for shift in 0..<13 {
        let run = Array(repeating: bit, count: 20).joined()
        let raw = Array(repeating: UInt8(ascii: "-"), count: shift) + other + run + other
        let whole = raw.withUnsafeBytes { StringEscape.decoded($0) }
        #expect(
          pieces(of: raw, hasEscapes: true) == Array(String(decoding: whole, as: UTF8.self).utf8))
        #expect(
          pieces(of: raw, hasEscapes: false) == Array(String(decoding: raw, as: UTF8.self).utf8))
      }
    }
  }

  @Test("has a beginning that ends with a whole character", arguments: 0..<12)
  func beginning(limit: Int) {
    var beginning = TextBeginning(upTo: limit)
    beginning.append(text: "aé漢😀")
    #expect(beginning.isCut == (limit < 10))
    let expected = ["", "a", "a", "aé", "aé", "aé", "aé漢", "aé漢", "aé漢", "aé漢"]
    #expect(beginning.text == (limit < 10 ? expected[limit] : "aé漢😀"))
  }
}
