/// Decodes what follows a backslash in a JSON string.
enum StringEscape {
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// A string's bytes with its escapes decoded; bad UTF-8 stays as it is.
  static func decoded(_ raw: UnsafeRawBufferPointer) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var at = 0
    while at < raw.count {
      if raw[at] == UInt8(ascii: "\\") {
        at += decode(raw, at: at, into: &text)
      } else {
        text.append(raw[at])
        at += 1
      }
    }
    return text
  }

  /// Appends what the escape at `at` stands for and returns how many bytes it takes.
  ///
  /// A lone surrogate and a bad escape become U+FFFD; of a bad one only the backslash is taken.
  static func decode(
    _ raw: UnsafeRawBufferPointer, at: Int, into text: inout [UInt8]
  ) -> Int {
    guard at + 1 < raw.count else {
      text += replacement
      return 1
    }
    if let plain = plain(raw[at + 1]) {
      text.append(plain)
      return 2
    }
    guard let unit = unit(raw, at: at) else {
      text += replacement
      return 1
    }
    if unit & 0xFC00 == 0xD800, let low = self.unit(raw, at: at + 6), low & 0xFC00 == 0xDC00 {
      append(0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF), to: &text)
      return 12
    }
    append(unit, to: &text)
    return 6
  }

  private static func plain(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// The UTF-16 unit that `\uXXXX` at `at` writes.
  private static func unit(_ raw: UnsafeRawBufferPointer, at: Int) -> UInt32? {
    guard at + 6 <= raw.count, raw[at] == UInt8(ascii: "\\"), raw[at + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for index in at + 2..<at + 6 {
      guard let digit = Hexadecimal.value(of: raw[index]) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  private static func append(_ code: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(code) else {
      text += replacement
      return
    }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
