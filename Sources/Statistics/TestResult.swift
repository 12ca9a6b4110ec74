/// What a test of significance says.
package struct TestResult: Hashable, Sendable {
  /// How far what was seen lies from what was assumed, in the test's own measure.
  package let statistic: Double

  /// The probability of something as far away, or further, if the assumption holds.
  package let p: Double

  init(statistic: Double, p: Double) {
    self.statistic = statistic
    self.p = min(1, p)
  }

  /// Of a statistic that is standard normal under the assumption, both tails counted.
  init(z: Double) {
    self.init(statistic: z, p: StandardNormal.twoSided(z))
  }

  /// Of a statistic that is a sum of so many squared standard normal numbers.
  init(chiSquare: Double, degreesOfFreedom: Double = 1) {
    let distribution = ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom)
    self.init(statistic: chiSquare, p: distribution.tails(at: chiSquare).upper)
  }
}
