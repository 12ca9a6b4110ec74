/// The distribution of a ratio of two variances, F of Fisher and Snedecor.
struct FDistribution: Hashable, Sendable {
  let numerator: Double
  let denominator: Double

  /// The degrees of freedom of both, above 0.
  init(numerator: Double, denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "no degrees of freedom")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// What lies below and above `f`.
  func tails(at f: Double) -> Tails {
    if f <= 0 { return .allAbove }
    let total = numerator * f + denominator
    guard total < .infinity else { return .allBelow }
    return ratio.tails(at: numerator * f / total, complement: denominator / total)
  }

  /// The point below or above which the probability lies; 0 or infinity of a probability of 0 or 1.
  func quantile(_ probability: TailProbability) -> Double {
    let point = ratio.quantile(probability)
    return denominator * point.value / (numerator * point.complement)
  }

  private var ratio: BetaDistribution { BetaDistribution(numerator / 2, denominator / 2) }
}
