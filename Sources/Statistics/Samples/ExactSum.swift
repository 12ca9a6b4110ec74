/// A sum of numbers without rounding until the end, and so the same in any order.
///
/// The small superaccumulator of R. M. Neal, "Fast exact summation using small and large
/// superaccumulators" (2015): one whole number wide enough for every digit that a number can have, in
/// pieces of 32 bits with room for carries. Shuffling a ledger changes no digit of a report. Adding
/// takes constant time, some nanoseconds, and the whole half a kilobyte.
struct ExactSum: Sendable {
  /// Piece k counts units of 2^(32k − 1074). Numbers end at 2^1024, and carries get two pieces more.
  private var pieces = [Int64](repeating: 0, count: 68)

  /// How many numbers were added since carries were last moved on, at which each piece is below 2³².
  private var uncarried = 0

  /// What infinities and undefined numbers make, which have no digits to keep.
  private var special = 0.0

  init() {}

  init(_ numbers: some Sequence<Double>) {
    for number in numbers { add(number) }
  }

  mutating func add(_ number: Double) {
    let exponent = Int(number.exponentBitPattern)
    guard exponent < 0x7ff else { return special += number }
    // Below the smallest normal number the leading digit is not understood.
    let digits =
      exponent > 0 ? number.significandBitPattern | 1 << 52 : number.significandBitPattern
    let position = max(0, exponent - 1)
    let shift = UInt64(position & 31)
    let low = digits << shift
    let first = Int64(truncatingIfNeeded: low & 0xffff_ffff)
    let second = Int64(truncatingIfNeeded: low >> 32)
    let third = Int64(truncatingIfNeeded: digits >> (64 - shift))
    let sign: Int64 = number.sign == .minus ? -1 : 1
    let place = position >> 5
    pieces[place] += sign * first
    pieces[place + 1] += sign * second
    pieces[place + 2] += sign * third
    uncarried += 1
    // Each adds less than 2³² to a piece, so that many more cannot leave 64 bits.
    if uncarried == 1 << 30 { carry() }
  }

  /// Adds a · b with the digits that the product rounds away.
  mutating func add(_ a: Double, times b: Double) {
    let product = a * b
    add(product)
    if product.isFinite { add((-product).addingProduct(a, b)) }
  }

  mutating func add(_ other: ExactSum) {
    carry()
    var other = other
    other.carry()
    for place in pieces.indices { pieces[place] += other.pieces[place] }
    uncarried = 1
    special += other.special
  }

  /// Adds a product of two sums.
  mutating func add(_ a: ExactSum, times b: ExactSum) {
    special += a.special + b.special
    let factors = b.parts
    for x in a.parts { for y in factors { add(x, times: y) } }
  }

  var negated: ExactSum {
    var negated = self
    for place in pieces.indices { negated.pieces[place] = -pieces[place] }
    negated.special = -special
    return negated
  }
}

extension ExactSum {
  /// The nearest number.
  var value: Double {
    guard special == 0 else { return special }
    let (isNegative, whole) = magnitude
    guard let top = whole.pieces.lastIndex(where: { $0 != 0 }) else { return 0 }
    func piece(_ place: Int) -> UInt64 {
      place >= 0 ? UInt64(truncatingIfNeeded: whole.pieces[place]) : 0
    }
    // The first 64 digits, of which a number keeps 53, and whether any other is not 0.
    let leading = piece(top).leadingZeroBitCount - 32
    let lead = UInt64(leading)
    var digits = (piece(top) << 32 | piece(top - 1)) << lead | piece(top - 2) >> (32 - lead)
    let left = piece(top - 2) << lead & 0xffff_ffff
    if left != 0 || whole.pieces[..<max(0, top - 2)].contains(where: { $0 != 0 }) { digits |= 1 }
    let exponent = 32 * (top - 1) - leading - 1074
    let magnitude = Double(sign: .plus, exponent: exponent, significand: Double(digits))
    return isNegative ? -magnitude : magnitude
  }

  /// The same sum as a few numbers of up to 32 digits each.
  private var parts: [Double] {
    let (isNegative, whole) = magnitude
    return whole.pieces.enumerated().filter { $0.element != 0 }.map { place, piece in
      Double(
        sign: isNegative ? .minus : .plus, exponent: 32 * place - 1074, significand: Double(piece))
    }
  }

  /// The sign, and the sum without it and with its carries moved on.
  private var magnitude: (isNegative: Bool, whole: ExactSum) {
    var whole = self
    whole.carry()
    guard let last = whole.pieces.last, last < 0 else { return (false, whole) }
    whole = whole.negated
    whole.carry()
    return (true, whole)
  }

  /// Leaves less than 2³² in every piece; what is negative is so in the last one alone.
  private mutating func carry() {
    uncarried = 0
    for place in pieces.indices.dropLast() {
      let carried = pieces[place] >> 32
      pieces[place] -= carried << 32
      pieces[place + 1] += carried
    }
  }
}
