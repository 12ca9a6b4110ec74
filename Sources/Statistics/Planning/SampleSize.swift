/// How many to look at, before anything was looked at.
package enum SampleSize {
  /// Trials until an interval of the rate reaches no further than `halfWidth` to each side,
  /// z²p(1 − p)/w²: W. G. Cochran, "Sampling Techniques", 3rd ed. (1977), eq. 4.1. Not rounded.
  ///
  /// With a population, n/(1 + (n − 1)/N): eq. 4.2. Undefined of a half width that is not above 0.
  package static func halfWidth(
    _ halfWidth: Double, rate: Double = 0.5, confidence: Double = 0.95, population: Int? = nil
  ) -> Double? {
    guard halfWidth > 0, rate >= 0, rate <= 1 else { return nil }
    let z = StandardNormal.criticalValue(confidence: confidence)
    let trials = z * z * rate * (1 - rate) / (halfWidth * halfWidth)
    guard let population else { return trials.finite }
    return (trials / (1 + max(0, trials - 1) / Double(population))).finite
  }

  /// The fewest trials without any event after which the rate is below `rate` with this confidence,
  /// the least n with (1 − rate)ⁿ ≤ 1 − confidence: 59 for 5 %. Undefined for 0 and 1.
  package static func withoutEvents(below rate: Double, confidence: Double = 0.95) -> Int? {
    guard rate > 0, rate < 1, confidence > 0, confidence < 1 else { return nil }
    let count = Elementary.log(1 - confidence) / Elementary.logOnePlus(-rate)
    // A whole number, but for rounding, is enough itself.
    let nearest = count.rounded()
    return Int(exactly: abs(count - nearest) < 1e-9 * nearest ? nearest : count.rounded(.up))
  }

  /// Trials of each of two samples until a test finds the difference of both rates with `power`, by the
  /// normal distribution of Cohen's h = 2 arcsin √p − 2 arcsin √q: J. Cohen, "Statistical Power Analysis
  /// for the Behavioral Sciences", 2nd ed. (1988), chapter 6. Not rounded.
  ///
  /// Two-sided with the error `significance`, both tails counted. Undefined for equal rates.
  package static func difference(
    _ first: Double, _ second: Double, significance: Double = 0.05, power: Double = 0.8
  ) -> Double? {
    let effect = abs(2 * (angle(first) - angle(second)))
    guard effect > 0, effect.isFinite, power > significance, power < 1 else { return nil }
    let z = StandardNormal.quantile(.upper(significance / 2))
    // Of a shift d = h√(n/2) the test rejects with probability Φ(d − z) + Φ(−d − z), which grows with d.
    func reached(_ shift: Double) -> Double {
      StandardNormal.tails(at: shift - z).lower + StandardNormal.tails(at: -shift - z).lower
    }
    var low = 0.0
    var high = z + StandardNormal.quantile(.lower(power)) + 1
    while reached(high) < power { high *= 2 }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if reached(middle) < power { low = middle } else { high = middle }
    }
    return 2 * (high / effect) * (high / effect)
  }

  private static func angle(_ rate: Double) -> Double { Elementary.arcsine(rate.squareRoot()) }
}
