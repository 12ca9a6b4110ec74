/// Turns the text of a number into a double: as JSON writes it, or a cell of a table.
package enum JSONNumber {
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The nearest double, or nothing where the text is no number.
  ///
  /// Beyond JSON, cells may begin with `+` or `.` and end with `.`; `NaN`, `Infinity` and
  /// `-Infinity` are numbers in both. Hexadecimal and other spellings are none.
  package static func value(of text: UnsafeRawBufferPointer) -> Double? {
    guard let first = text.first, isFirst(first) else { return nil }
    if let value = short(text) { return value }
    let written = String(decoding: text, as: UTF8.self)
    switch written {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    default: return written.utf8.allSatisfy(isPartOfNumber) ? Double(written) : nil
    }
  }

  /// Up to 18 digits without an exponent that two exact doubles and one division make.
  ///
  /// An integer below 2^53 and a power of ten up to 10^22 are exact, and a division rounds once, so
  /// the result is the nearest double.
  private static func short(_ text: UnsafeRawBufferPointer) -> Double? {
    guard let base = text.baseAddress, text.count <= 18 else { return nil }
    let end = text.count
    let isNegative = end > 0 && base.load(as: UInt8.self) == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var mantissa: UInt64 = 0
    var point = -1
    var at = start
    while at < end {
      let byte = base.load(fromByteOffset: at, as: UInt8.self)
      if byte &- UInt8(ascii: "0") < 10 {
        mantissa = mantissa &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
      } else {
        guard byte == UInt8(ascii: "."), point < 0, at > start else { return nil }
        point = at
      }
      at &+= 1
    }
    // Digits there are, on both sides of the point.
    guard end > start, point != end - 1, mantissa < 1 << 53 else { return nil }
    let value = point < 0 ? Double(mantissa) : Double(mantissa) / powersOfTen[end - point - 1]
    return isNegative ? -value : value
  }

  /// Whether a number can begin so: most texts are told to be none by that alone.
  private static func isFirst(_ byte: UInt8) -> Bool {
    isPartOfNumber(byte) || byte == UInt8(ascii: "N") || byte == UInt8(ascii: "I")
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
