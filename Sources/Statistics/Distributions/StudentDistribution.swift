/// Student's t distribution, with degrees of freedom above 0 that need not be whole.
struct StudentDistribution: Hashable, Sendable {
  let degreesOfFreedom: Double

  init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "no degrees of freedom")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// What lies below and above `t`.
  func tails(at t: Double) -> Tails {
    let one = twoSided(t) / 2
    return t < 0 ? Tails(lower: one) : Tails(upper: one)
  }

  /// What lies as far from 0 as `t` or further: I(ν/(ν+t²); ν/2, ½), DLMF 8.17.
  func twoSided(_ t: Double) -> Double {
    let square = t * t
    if square == .infinity { return 0 }
    let total = degreesOfFreedom + square
    return ratio.tails(at: degreesOfFreedom / total, complement: square / total).lower
  }

  /// The point that a two-sided interval of this confidence reaches to.
  func criticalValue(confidence: Double) -> Double { quantile(.upper((1 - confidence) / 2)) }

  /// The point below or above which the probability lies; minus or plus infinity of 0 and 1.
  func quantile(_ probability: TailProbability) -> Double {
    let tail = probability.smaller
    guard tail.value > 0 else { return tail.isLower ? -.infinity : .infinity }
    let point = ratio.quantile(.lower(2 * tail.value))
    let t = (degreesOfFreedom * (point.complement / point.value)).squareRoot()
    return tail.isLower ? 0 - t : t
  }

  private var ratio: BetaDistribution { BetaDistribution(degreesOfFreedom / 2, 0.5) }
}
