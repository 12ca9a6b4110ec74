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

  /// The same for a part of a row.
  ///
  /// Up to eight bytes are read as one word, without a branch on how many they are: lengths of numbers
  /// are as good as random. A call of its own, so that its callers stay small enough to be parts of
  /// theirs.
  @inline(never)
  static func value(in row: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Double? {
    let count = end &- start
    guard count <= 8, let value = word(row, start, count) else {
      return value(of: UnsafeRawBufferPointer(rebasing: row[start..<end]))
    }
    return value
  }

  /// Up to eight digits, perhaps with a point between them; nothing for anything else.
  @inline(__always)
  private static func word(_ row: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Double? {
    var word = ByteSearch.firstWord(in: row, from: start, length: count)
    var digits = count
    var fraction = 0
    let points = ByteSearch.places(of: UInt8(ascii: "."), in: word)
    if points != 0 {
      let place = points.trailingZeroBitCount &>> 3
      guard place > 0, place < count &- 1 else { return nil }
      // The digits behind the first point move to its place.
      let before = word & ((1 &<< UInt64(8 &* place)) &- 1)
      word = before | (word &>> UInt64(8 &* place &+ 8)) &<< UInt64(8 &* place)
      digits = count &- 1
      fraction = digits &- place
    }
    guard digits > 0, let number = number(word, digits) else { return nil }
    return Double(number) / powersOfTen[fraction]
  }

  /// The number that so many digits make, the first of them in the lowest byte.
  ///
  /// Pairs of digits are joined to numbers below 100, pairs of those to numbers below 10,000, and the
  /// last two: a multiplication joins all pairs at once.
  @inline(__always)
  private static func number(_ word: UInt64, _ digits: Int) -> UInt64? {
    let zeros: UInt64 = 0x3030_3030_3030_3030
    // Zeros go before the digits, which are the last of eight then.
    let filled = word << UInt64(8 &* (8 &- digits)) | zeros >> UInt64(8 &* digits)
    let values = filled ^ zeros
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    guard (((values & lows) &+ 0x7676_7676_7676_7676) | values) & ~lows == 0 else { return nil }
    let twos = (values &* 10 &+ values &>> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (twos &* 100 &+ twos &>> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ fours &>> 32) & 0xFFFF_FFFF
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
