extension BetaDistribution {
  /// A point of the distribution and its distance from 1, each exact to its own last digits.
  struct Point: Hashable, Sendable {
    let value: Double
    let complement: Double

    static let zero = Point(value: 0, complement: 1)
    static let one = Point(value: 1, complement: 0)
  }

  /// The point below or above which the probability lies; 0 or 1 of a probability of 0 or 1.
  func quantile(_ probability: TailProbability) -> Point {
    precondition(probability.value >= 0 && probability.value <= 1, "not a probability")
    if probability.value == 0 { return probability.isLower ? .zero : .one }
    if probability.value == 1 { return probability.isLower ? .one : .zero }
    let half = tails(at: 0.5).size(of: probability)
    let isBelowHalf = probability.isLower ? probability.value <= half : probability.value >= half
    // The search keeps the digits of what is below one half, so it looks from the nearer end.
    if isBelowHalf {
      let value = pointBelowHalf(probability)
      return Point(value: value, complement: 1 - value)
    }
    let complement = mirrored.pointBelowHalf(probability.reversed)
    return Point(value: 1 - complement, complement: complement)
  }

  private func pointBelowHalf(_ probability: TailProbability) -> Double {
    let wanted = probability.smaller
    return QuantileSearch.point(
      target: wanted.value, isRising: wanted.isLower, from: min(0.5, a / (a + b)),
      between: 0, and: 0.5
    ) { x in
      (tails(at: x).size(of: wanted), density(at: x, complement: 1 - x))
    }
  }
}
