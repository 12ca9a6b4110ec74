/// A number estimated from a sample, and by how much it would vary from sample to sample.
package struct Estimate: Hashable, Sendable {
  /// The estimated number.
  package let value: Double

  /// The estimated standard deviation of `value`; absent where the sample does not tell, as with one
  /// element of a stratum that has more.
  package let standardError: Double?

  /// Of the standard error; infinite where the normal distribution holds.
  package let degreesOfFreedom: Double

  /// Nothing where one of the numbers is not finite: an undefined number is absent and never NaN.
  package init?(value: Double, standardError: Double?, degreesOfFreedom: Double = .infinity) {
    guard value.isFinite, standardError?.isFinite ?? true else { return nil }
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// value ± z · standard error, z being the normal quantile or, with degrees of freedom, Student's.
  ///
  /// Not cut off at the ends of what is possible. Undefined without a standard error.
  package func interval(confidence: Double = 0.95) -> Interval? {
    guard let standardError else { return nil }
    if standardError == 0 { return Interval(low: value, high: value) }
    let quantile =
      degreesOfFreedom < .infinity
      ? StudentDistribution(degreesOfFreedom: degreesOfFreedom).criticalValue(
        confidence: confidence)
      : StandardNormal.criticalValue(confidence: confidence)
    return Interval(low: value - quantile * standardError, high: value + quantile * standardError)
  }
}
