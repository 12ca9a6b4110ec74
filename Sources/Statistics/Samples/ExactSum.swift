/// A sum of numbers without rounding until the end, and so the same in any order.
///
/// J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric
/// Predicates", Discrete & Computational Geometry 18 (1997): the sum is kept as a few numbers whose
/// digits do not overlap. Shuffling a ledger changes no digit of a report.
struct ExactSum: Sendable {
  private var parts: [Double] = []
  /// What infinities and undefined numbers make, which have no digits to keep.
  private var special = 0.0

  init() {}

  init(_ numbers: some Sequence<Double>) {
    for number in numbers { add(number) }
  }

  mutating func add(_ number: Double) {
    guard number.isFinite else { return special += number }
    var carried = number
    var count = 0
    for part in parts {
      let sum = carried + part
      let larger = abs(carried) < abs(part) ? part : carried
      let smaller = abs(carried) < abs(part) ? carried : part
      let error = smaller - (sum - larger)
      if error != 0 {
        parts[count] = error
        count += 1
      }
      carried = sum
    }
    parts.removeSubrange(count...)
    guard carried.isFinite else { return special += carried }
    if carried != 0 { parts.append(carried) }
  }

  /// Adds a · b with the digits that the product rounds away.
  mutating func add(_ a: Double, times b: Double) {
    let product = a * b
    add(product)
    if product.isFinite { add((-product).addingProduct(a, b)) }
  }

  mutating func add(_ other: ExactSum) {
    special += other.special
    for part in other.parts { add(part) }
  }

  /// Adds a product of two sums.
  mutating func add(_ a: ExactSum, times b: ExactSum) {
    special += a.special + b.special
    for x in a.parts { for y in b.parts { add(x, times: y) } }
  }

  var negated: ExactSum {
    var negated = self
    negated.parts = parts.map { -$0 }
    negated.special = -special
    return negated
  }

  /// The nearest number.
  var value: Double {
    guard special == 0, var high = parts.last else { return special }
    var rest = parts.dropLast()
    var low = 0.0
    while let part = rest.popLast() {
      let sum = high + part
      low = part - (sum - high)
      high = sum
      if low != 0 { break }
    }
    // Exactly between two numbers, what is left decides.
    if let last = rest.last, low != 0, (low < 0) == (last < 0) {
      let doubled = low * 2
      let sum = high + doubled
      if sum - high == doubled { high = sum }
    }
    return high
  }
}
