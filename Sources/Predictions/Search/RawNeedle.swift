/// What the bytes of a row must hold for its decoded texts to hold a pattern.
///
/// Most characters stand in the file as they are read, but not all: `"` may be escaped or doubled,
/// canonical JSON moves what stands between values, conversations and keys are put together, and
/// other letters fold to `i` and `k`. Without those the longest run of the pattern is left. Where a
/// text has the pattern, the row's bytes have that run, unless an escape such as `\u0041` hides it.
struct RawNeedle: Sendable {
  /// ASCII whose bytes in the file may be others, or which stands between texts put together.
  private static let soft: Set<UInt8> = Set(0x20...0x7E)
    .subtracting(#""\/{}[],:()#"#.utf8)
  /// U+212A and U+0130 become these in lower case.
  private static let folded = Set("ik".utf8)
  /// How an escape begins that can stand for ASCII.
  private static let escape = ByteNeedle(Array(#"\u00"#.utf8))

  private let needle: ByteNeedle
  /// ASCII whose escape can hide the needle, or which canonical JSON escapes in its own way.
  private let hidden: [Bool]
  /// The needle where it can also lie in a key that the file does not have: `#17`, `KEY#2`.
  let number: String?

  /// Nothing where the bytes of a row say nothing about the pattern.
  init?(_ pattern: TextPattern) {
    let soft =
      pattern.hasRegardToCase ? Self.soft : Self.soft.subtracting(Self.folded)
    let runs = pattern.pieces.flatMap { piece in
      Array(piece.utf8).split { !soft.contains($0) }
    }
    // What is put in front of a text ends with a blank.
    let trimmed = runs.map { run in
      Array(run.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
    }
    let texts = trimmed.filter { run in run.contains { !Self.digits.contains($0) } }
    guard let longest = (texts.isEmpty ? trimmed : texts).max(by: { $0.count < $1.count }),
      !longest.isEmpty
    else { return nil }
    needle = ByteNeedle(longest, foldsCase: !pattern.hasRegardToCase)
    number = texts.isEmpty ? String(decoding: longest, as: UTF8.self) : nil
    hidden = (0..<256).map { byte in
      byte < 0x20 || longest.contains(UInt8(byte))
        || (0x41...0x5A).contains(byte) && longest.contains(UInt8(byte) | 0x20)
    }
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// Calls `body` with places in rows whose texts may hold the pattern; it says where to go on.
  ///
  /// Linear in the bytes. Where `hasEscapes` is false a backslash means itself.
  func forEachPlace(
    in text: UnsafeRawBufferPointer, hasEscapes: Bool, _ body: (Int) -> Int
  ) {
    var at = 0
    while let place = needle.firstIndex(in: text, from: at) { at = max(place + 1, body(place)) }
    guard hasEscapes else { return }
    at = 0
    while let place = Self.escape.firstIndex(in: text, from: at) {
      at = isHidden(at: place, in: text) ? max(place + 4, body(place)) : place + 4
    }
  }

  private func isHidden(at escape: Int, in text: UnsafeRawBufferPointer) -> Bool {
    guard escape + 6 <= text.count else { return true }
    var value = 0
    for place in escape + 4..<escape + 6 {
      guard let digit = Character(UnicodeScalar(text[place])).hexDigitValue else { return true }
      value = value * 16 + digit
    }
    return hidden[value]
  }
}
