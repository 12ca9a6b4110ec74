/// The two tails of a distribution at one point: what lies below it, and what lies above.
///
/// Each is exact to its own last digits. A tail of 1e-20 would be lost in 1 minus the other one.
struct Tails: Hashable, Sendable {
  let lower: Double
  let upper: Double

  static let allBelow = Tails(lower: 1, upper: 0)
  static let allAbove = Tails(lower: 0, upper: 1)

  init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// From the lower tail, where that is the smaller one.
  init(lower: Double) {
    self.init(lower: min(1, lower), upper: max(0, 1 - lower))
  }

  /// From the upper tail, where that is the smaller one.
  init(upper: Double) {
    self.init(lower: max(0, 1 - upper), upper: min(1, upper))
  }

  /// The tails of the same point with the axis turned round.
  var reversed: Tails { Tails(lower: upper, upper: lower) }

  /// The tail of that kind.
  func size(of probability: TailProbability) -> Double {
    probability.isLower ? lower : upper
  }
}

/// A probability together with the tail that it is meant of.
enum TailProbability: Hashable, Sendable {
  case lower(Double)
  case upper(Double)

  var value: Double {
    switch self {
    case .lower(let value), .upper(let value): value
    }
  }

  var isLower: Bool {
    if case .lower = self { true } else { false }
  }

  /// The probability of the same point with the axis turned round.
  var reversed: TailProbability { isLower ? .upper(value) : .lower(value) }

  /// The same point named by whichever tail is the smaller one.
  var smaller: TailProbability {
    guard value > 0.5 else { return self }
    return isLower ? .upper(1 - value) : .lower(1 - value)
  }
}
