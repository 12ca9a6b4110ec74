extension Ratings {
  /// Fleiss' kappa: J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological
  /// Bulletin 76 (1971), for items with any number of ratings.
  ///
  /// This and the two below with the standard errors of K. L. Gwet, "Handbook of Inter-Rater
  /// Reliability", 4th ed. (2014), chapter 5, about items like these, and Student's distribution.
  package func fleiss(weights: AgreementWeights = .identity) -> AgreementCoefficient? {
    coefficient(.pooled, weights)
  }

  /// Gwet's AC1, or AC2 with weights, which does not fall where nearly all is of one category.
  package func gwet(weights: AgreementWeights = .identity) -> AgreementCoefficient? {
    coefficient(.gwet, weights)
  }

  /// Brennan and Prediger's coefficient, which J. J. Randolph calls free-marginal kappa.
  package func brennanPrediger(weights: AgreementWeights = .identity) -> AgreementCoefficient? {
    coefficient(.uniform, weights)
  }

  private func coefficient(
    _ chance: ChanceAgreement, _ weights: AgreementWeights
  ) -> AgreementCoefficient? {
    let matrix = weights.matrix(categories: categories)
    let shares = counts.map { counts in
      counts.map { Double($0) / Double(counts.reduce(0, +)) }
    }
    let means = (0..<categories).map { category in
      ExactSum(shares.map { $0[category] }).value / Double(shares.count)
    }
    guard let (expected, slopes) = chance.expected(shares: means, weights: matrix) else {
      return nil
    }
    let expectedMean = zip(slopes, means).reduce(0) { $0 + $1.0 * $1.1 }
    return coefficient(expected: expected, weights: matrix) { item in
      zip(slopes, shares[item]).reduce(0) { $0 + $1.0 * $1.1 } - expectedMean
    }
  }

  /// The coefficient with its variance by linearisation, Σ(vᵢ − κ)²/(n(n − 1)), with
  /// vᵢ = (n/n′ · (pᵢ − pₑ) − (1 − κ)·slopeᵢ)/(1 − pₑ) and without its first part where an item has a
  /// single rating; n′ items have more.
  ///
  /// `slope` says by how much an item raises the expected agreement.
  func coefficient(
    expected: Double, weights: [[Double]], slope: (_ item: Int) -> Double
  ) -> AgreementCoefficient? {
    let n = Double(counts.count)
    let scale = n / Double(pairable)
    guard pairable > 0 else { return nil }
    let agreements = counts.map { Self.agreement(of: $0, weights) }
    let isPairable = counts.map { $0.reduce(0, +) >= 2 }
    return AgreementCoefficient(
      observed: ExactSum(agreements).value / Double(pairable), expected: expected,
      items: pairable,
      variance: { value in
        guard n > 1 else { return nil }
        let squares = agreements.indices.map { item in
          let own = isPairable[item] ? scale * (agreements[item] - expected) : 0
          let deviation = (own - (1 - value) * slope(item)) / (1 - expected) - value
          return deviation * deviation
        }
        return ExactSum(squares).value / (n * (n - 1))
      }, degreesOfFreedom: n - 1)
  }
}
