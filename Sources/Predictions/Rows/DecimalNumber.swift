/// A number as it is written: digits and a power of ten, of whatever length.
///
/// Two numbers that the same double is nearest to need not be the same, and in an order's number the
/// last digit counts. `1.50` and `15e-1` are one number, `9007199254740993` and `…992` are two.
struct DecimalNumber: Equatable {
  private var isNegative = false
  /// Without zeros at either end; none is zero.
  private var digits: [UInt8] = []
  /// The power of ten that the last digit counts.
  private var exponent = 0

  /// - Parameter text: a number of ``JSONNumber``, neither `NaN` nor infinite; of anything else, what is
  ///   like one in it.
  init(_ text: UnsafeRawBufferPointer) {
    var hasPoint = false
    for (place, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte)
        if hasPoint { exponent -= 1 }
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        exponent += Self.power(text[(place + 1)...])
        simplify()
        return
      default: break
      }
    }
    simplify()
  }

  /// The power of ten behind an `e`; what no machine could count is as large as it gets.
  private static func power(_ text: Slice<UnsafeRawBufferPointer>) -> Int {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let most = Int(Int32.max)
    let power = digits.reduce(0) { min(most, $0 * 10 + Int($1 &- UInt8(ascii: "0"))) }
    return isNegative ? -power : power
  }

  private mutating func simplify() {
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }
}
