/// Ranges that hold so much of what is to come, with so much confidence: where to put a guardrail.
package enum ToleranceInterval {
  /// k of mean ± k·s that holds the share `coverage` of a normal distribution, from n numbers.
  ///
  /// √(ν(1 + 1/n)/χ²(1 − γ; ν)) · z((1 + coverage)/2), ν = n − 1: W. G. Howe, "Two-Sided Tolerance Limits
  /// for Normal Populations", JASA 64 (1969); NIST/SEMATECH e-Handbook, section 7.2.6.3. Undefined of
  /// one number.
  package static func twoSidedFactor(
    count: Int, coverage: Double, confidence: Double = 0.95
  ) -> Double? {
    guard count > 1 else { return nil }
    let n = Double(count)
    let z = StandardNormal.criticalValue(confidence: coverage)
    let chiSquare = ChiSquareDistribution(degreesOfFreedom: n - 1).quantile(.upper(confidence))
    return (z * ((n - 1) * (1 + 1 / n) / chiSquare).squareRoot()).finite
  }

  /// k of mean + k·s below which the share `coverage` lies, exact: t(γ; ν, z√n)/√n, by the noncentral
  /// t distribution. Undefined of one number.
  package static func oneSidedFactor(
    count: Int, coverage: Double, confidence: Double = 0.95
  ) -> Double? {
    guard count > 1 else { return nil }
    let root = Double(count).squareRoot()
    let z = StandardNormal.quantile(.lower(coverage))
    let distribution = NoncentralStudentDistribution(
      degreesOfFreedom: Double(count - 1), noncentrality: z * root)
    return (distribution.quantile(lower: confidence) / root).finite
  }

  /// The same by M. G. Natrella, "Experimental Statistics" (1963), without that distribution:
  /// (z + √(z² − ab))/a with a = 1 − zᵧ²/2ν, b = z² − zᵧ²/n. Undefined where a is not above 0.
  package static func approximateOneSidedFactor(
    count: Int, coverage: Double, confidence: Double = 0.95
  ) -> Double? {
    guard count > 1 else { return nil }
    let n = Double(count)
    let z = StandardNormal.quantile(.lower(coverage))
    let sure = StandardNormal.quantile(.lower(confidence))
    let a = 1 - sure * sure / (2 * (n - 1))
    let b = z * z - sure * sure / n
    guard a > 0, z * z >= a * b else { return nil }
    return ((z + (z * z - a * b).squareRoot()) / a).finite
  }

  /// The confidence that smallest to largest of n numbers hold the share `coverage`, whatever the
  /// distribution: 1 − n pⁿ⁻¹ + (n − 1)pⁿ; S. S. Wilks (1941).
  package static func confidenceOfRange(count: Int, coverage: Double) -> Double {
    BinomialDistribution(trials: count, probability: coverage).atMost(count - 2)
  }

  /// The confidence that the share `coverage` lies below the largest of n numbers: 1 − pⁿ.
  package static func confidenceOfMaximum(count: Int, coverage: Double) -> Double {
    BinomialDistribution(trials: count, probability: coverage).atMost(count - 1)
  }
}
