/// How far raters agree beyond what chance would give: (observed − expected)/(1 − expected).
///
/// 1 is agreement in everything, 0 what chance gives. Where chance alone would agree in everything, as
/// with a single category, it is undefined and absent, never 0 or 1.
package struct AgreementCoefficient: Hashable, Sendable {
  /// The share of pairs of ratings that agree, or that much of one with weights.
  package let observed: Double

  /// The same if raters rated by chance, as the coefficient takes chance to be.
  package let expected: Double

  /// Of how many items it speaks.
  package let items: Int

  /// The coefficient and its standard error.
  package let estimate: Estimate

  /// The coefficient itself.
  package var value: Double { estimate.value }

  /// value ± quantile · standard error, cut off at 1. Undefined without a standard error.
  package func interval(confidence: Double = 0.95) -> Interval? {
    estimate.interval(confidence: confidence)?.clamped(to: -Double.infinity...1)
  }

  init?(
    observed: Double, expected: Double, items: Int, variance: (_ value: Double) -> Double?,
    degreesOfFreedom: Double
  ) {
    // What is left of 1 after sums of shares that make it is not chance's doing.
    guard 1 - expected > 1e-12 else { return nil }
    let value = (observed - expected) / (1 - expected)
    guard
      let estimate = Estimate(
        value: value, standardError: variance(value).map { max(0, $0).squareRoot() },
        degreesOfFreedom: degreesOfFreedom)
    else { return nil }
    self.observed = observed
    self.expected = expected
    self.items = items
    self.estimate = estimate
  }
}

/// How much two categories agree: 1 with themselves, less the farther they lie apart.
package enum AgreementWeights: Hashable, Sendable {
  /// Nothing but the same category agrees.
  case identity

  /// 1 − |k − l|/(q − 1): D. V. Cicchetti and T. Allison 1971.
  case linear

  /// 1 − ((k − l)/(q − 1))²: J. L. Fleiss and J. Cohen 1973.
  case quadratic

  func matrix(categories: Int) -> [[Double]] {
    (0..<categories).map { k in (0..<categories).map { weight(k, $0, of: categories) } }
  }

  private func weight(_ k: Int, _ l: Int, of categories: Int) -> Double {
    if k == l { return 1 }
    let distance = Double(abs(k - l)) / Double(categories - 1)
    return switch self {
    case .identity: 0
    case .linear: 1 - distance
    case .quadratic: 1 - distance * distance
    }
  }
}
