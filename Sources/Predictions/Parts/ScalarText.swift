/// Numbers that are written as text: cells of a table, or numbers between quotes.
enum NumberText {
  /// The number that `text`, already trimmed, writes.
  static func value(of text: String) -> Double? {
    var text = text
    return text.withUTF8 { JSONNumber.value(of: UnsafeRawBufferPointer($0)) }
  }

  /// Whether two texts that write numbers, already trimmed, write the same one.
  static func isSame(_ one: String, _ other: String) -> Bool {
    guard value(of: one) == value(of: other) else { return false }
    var (one, other) = (one, other)
    return one.withUTF8 { DecimalNumber(UnsafeRawBufferPointer($0)) }
      == other.withUTF8 { DecimalNumber(UnsafeRawBufferPointer($0)) }
  }
}

/// The spellings of right and wrong.
enum BooleanText {
  /// What the text says, without regard to case; grades of Inspect (`C`, `I`, `N`) included.
  static func value(of text: String) -> Bool? {
    guard text.utf8.count <= 9, let first = text.utf8.first, isFirst(first) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "y", "t", "correct", "pass", "passed", "right", "c": return true
    case "false", "no", "n", "f", "incorrect", "fail", "failed", "wrong", "i": return false
    default: return nil
    }
  }

  /// Whether a spelling begins so: most labels are told to be none by that alone.
  private static func isFirst(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "t"), UInt8(ascii: "y"), UInt8(ascii: "c"), UInt8(ascii: "p"),
      UInt8(ascii: "r"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "i"),
      UInt8(ascii: "w"):
      true
    default: false
    }
  }
}

extension String {
  /// The text without blanks and line breaks at its ends.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    // Most texts have nothing to trim, and then this costs two comparisons.
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return self }
    let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
    guard let end = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(scalars[...end])
  }
}
