/// How many numbers there are, their mean and how far they spread, in any order to the last digit.
///
/// Keeps no numbers, so ten million of them take no more room than three. Numbers that are not finite
/// make everything undefined.
package struct Moments: Sendable {
  /// How many numbers were added.
  package private(set) var count = 0
  private(set) var sum = ExactSum()
  private(set) var squares = ExactSum()

  /// Of nothing yet.
  package init() {}

  /// Of all of these.
  package init(_ numbers: some Sequence<Double>) {
    for number in numbers { add(number) }
  }

  /// Adds one number, in constant time.
  package mutating func add(_ number: Double) {
    count += 1
    sum.add(number)
    squares.add(number, times: number)
  }

  /// Adds all numbers of another one, in constant time.
  package mutating func add(_ other: Moments) {
    count += other.count
    sum.add(other.sum)
    squares.add(other.squares)
  }

  /// Σx/n. Undefined without numbers.
  package var mean: Double? { count > 0 ? (sum.value / Double(count)).finite : nil }

  /// Σ(x − x̄)²/(n − 1), the variance of what the numbers were drawn from. Undefined of one number.
  package var variance: Double? { spread(over: count - 1) }

  /// Σ(x − x̄)²/n, the variance of these numbers. Undefined without numbers.
  package var populationVariance: Double? { spread(over: count) }

  /// (nΣx² − (Σx)²)/n over the divisor.
  private func spread(over divisor: Int) -> Double? {
    guard divisor > 0 else { return nil }
    var total = ExactSum()
    total.add(squares, times: ExactSum([Double(count)]))
    total.add(sum, times: sum.negated)
    return (total.value / Double(count) / Double(divisor)).finite.map { max(0, $0) }
  }
}

/// Pairs of numbers: both by themselves, and how they go together.
package struct PairedMoments: Sendable {
  /// Of the first number of each pair.
  package private(set) var first = Moments()

  /// Of the second number of each pair.
  package private(set) var second = Moments()
  private var products = ExactSum()

  /// Of nothing yet.
  package init() {}

  /// Of all of these.
  package init(_ pairs: some Sequence<(Double, Double)>) {
    for (first, second) in pairs { add(first, second) }
  }

  /// How many pairs were added.
  package var count: Int { first.count }

  /// Adds one pair, in constant time.
  package mutating func add(_ first: Double, _ second: Double) {
    self.first.add(first)
    self.second.add(second)
    products.add(first, times: second)
  }

  /// Σ(x − x̄)(y − ȳ)/n. Undefined without pairs.
  package var populationCovariance: Double? {
    guard count > 0 else { return nil }
    var total = ExactSum()
    total.add(products, times: ExactSum([Double(count)]))
    total.add(first.sum, times: second.sum.negated)
    return (total.value / Double(count) / Double(count)).finite
  }
}

extension Double {
  /// The number itself, or nothing where it is infinite or NaN.
  var finite: Double? { isFinite ? self : nil }
}
