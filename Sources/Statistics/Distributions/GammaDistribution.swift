/// The gamma distribution of scale 1, whose shape lies above 0: waiting for so many chance events.
///
/// Its lower tail is the regularised incomplete gamma function P(a, x), DLMF 8.2.4. The sum of the
/// terms of a Poisson distribution is the upper tail.
struct GammaDistribution: Hashable, Sendable {
  let shape: Double

  init(shape: Double) {
    precondition(shape > 0 && shape.isFinite, "a shape of 0 or less")
    self.shape = shape
  }

  /// What lies below and above `x`.
  func tails(at x: Double) -> Tails {
    if x <= 0 { return .allAbove }
    if x == .infinity { return .allBelow }
    let term = Elementary.exp(Stirling.logPoissonTerm(shape, x))
    return x < shape + 1
      ? Tails(lower: term * series(x)) : Tails(upper: term * shape / fraction(x))
  }

  func density(at x: Double) -> Double {
    x > 0 ? Elementary.exp(Stirling.logPoissonTerm(shape, x)) * (shape / x) : 0
  }

  /// The point below or above which the probability lies; 0 or infinity of a probability of 0 or 1.
  func quantile(_ probability: TailProbability) -> Double {
    precondition(probability.value >= 0 && probability.value <= 1, "not a probability")
    if probability.value == 0 { return probability.isLower ? 0 : .infinity }
    if probability.value == 1 { return probability.isLower ? .infinity : 0 }
    let wanted = probability.smaller
    return QuantileSearch.point(
      target: wanted.value, isRising: wanted.isLower, from: shape, between: 0, and: .infinity
    ) { x in
      (tails(at: x).size(of: wanted), density(at: x))
    }
  }

  /// 1 + x/(a+1) + x²/((a+1)(a+2)) + …, DLMF 8.11.4.
  private func series(_ x: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    var n = 1.0
    while term > sum * .ulpOfOne / 4 {
      term *= x / (shape + n)
      sum += term
      n += 1
    }
    return sum
  }

  /// The continued fraction of Γ(a, x), DLMF 8.9.2, by the method of Lentz.
  private func fraction(_ x: Double) -> Double {
    var denominator = x + 1 - shape
    var value = denominator
    var c = denominator
    var d = 0.0
    for n in 1...10_000_000 {
      let numerator = -Double(n) * (Double(n) - shape)
      denominator += 2
      d = 1 / (denominator + numerator * d)
      c = denominator + numerator / c
      value *= c * d
      if abs(c * d - 1) <= .ulpOfOne { break }
    }
    return value
  }
}

/// The distribution of a sum of so many squared standard normal numbers.
struct ChiSquareDistribution: Hashable, Sendable {
  private let gamma: GammaDistribution

  init(degreesOfFreedom: Double) {
    gamma = GammaDistribution(shape: degreesOfFreedom / 2)
  }

  func tails(at x: Double) -> Tails { gamma.tails(at: x / 2) }

  func density(at x: Double) -> Double { gamma.density(at: x / 2) / 2 }

  func quantile(_ probability: TailProbability) -> Double { 2 * gamma.quantile(probability) }
}
