extension RatingTable {
  /// Cohen's kappa: J. Cohen, "A Coefficient of Agreement for Nominal Scales" (1960), with weights
  /// (1968). Chance is both raters' own shares, Σw p₊ q₊.
  ///
  /// Its standard error is that of J. L. Fleiss, J. Cohen and B. S. Everitt, "Large sample standard
  /// errors of kappa and weighted kappa", Psychological Bulletin 72 (1969), eq. 13.
  package func cohen(weights: AgreementWeights = .identity) -> AgreementCoefficient? {
    guard items > 0 else { return nil }
    let matrix = weights.matrix(categories: counts.count)
    let rows = averages(matrix, secondShares)
    let columns = averages(matrix, firstShares)
    let expected = zip(rows, firstShares).reduce(0) { $0 + $1.0 * $1.1 }
    return coefficient(observed(matrix), expected, matrix) { rows[$0] + columns[$1] }
  }

  /// Scott's pi: W. A. Scott, "Reliability of Content Analysis" (1955). Chance is the shares of both
  /// raters' ratings together, Σw π π.
  package func scott(weights: AgreementWeights = .identity) -> AgreementCoefficient? {
    pooled(.pooled, weights)
  }

  /// Gwet's AC1, or AC2 with weights, which does not fall where nearly all is of one category.
  package func gwet(weights: AgreementWeights = .identity) -> AgreementCoefficient? {
    pooled(.gwet, weights)
  }

  /// Brennan and Prediger's coefficient: chance is 1/q.
  package func brennanPrediger(weights: AgreementWeights = .identity) -> AgreementCoefficient? {
    pooled(.uniform, weights)
  }

  /// Krippendorff's alpha for nominal ratings, which is Scott's pi for a small number of items:
  /// observed agreement is (1 − ε)pₒ + ε with ε = 1/2n.
  package func krippendorff(weights: AgreementWeights = .identity) -> AgreementCoefficient? {
    guard items > 0, let scott = scott(weights: weights) else { return nil }
    let share = 1 / (2 * Double(items))
    return AgreementCoefficient(
      observed: (1 - share) * scott.observed + share, expected: scott.expected, items: items,
      variance: { _ in scott.estimate.standardError.map { $0 * $0 } }, degreesOfFreedom: .infinity)
  }

  /// The test of Cohen's kappa being 0: z = κ / s₀, two-sided; Fleiss, Cohen and Everitt 1969, eq. 14.
  package func cohenTest(weights: AgreementWeights = .identity) -> TestResult? {
    guard let kappa = cohen(weights: weights) else { return nil }
    let matrix = weights.matrix(categories: counts.count)
    let rows = averages(matrix, secondShares)
    let columns = averages(matrix, firstShares)
    var sum = ExactSum()
    for (k, first) in firstShares.enumerated() {
      for (l, second) in secondShares.enumerated() {
        let deviation = matrix[k][l] - rows[k] - columns[l]
        sum.add(first * second * deviation * deviation)
      }
    }
    let free = 1 - kappa.expected
    let variance =
      (sum.value - kappa.expected * kappa.expected) / (Double(items) * free * free)
    return variance > 0 ? TestResult(z: kappa.value / variance.squareRoot()) : nil
  }

  private func pooled(
    _ chance: ChanceAgreement, _ weights: AgreementWeights
  ) -> AgreementCoefficient? {
    guard items > 0 else { return nil }
    let matrix = weights.matrix(categories: counts.count)
    let both = zip(firstShares, secondShares).map { ($0 + $1) / 2 }
    guard let (expected, slopes) = chance.expected(shares: both, weights: matrix) else {
      return nil
    }
    return coefficient(observed(matrix), expected, matrix) { (slopes[$0] + slopes[$1]) / 2 }
  }

  /// The coefficient with its variance by linearisation: of v = w − (1 − κ)·slope over the cells, the
  /// variance over n(1 − pₑ)², where `slope` is by how much a cell raises the expected agreement.
  private func coefficient(
    _ observed: Double, _ expected: Double, _ weights: [[Double]],
    slope: (_ row: Int, _ column: Int) -> Double
  ) -> AgreementCoefficient? {
    let shares = shares
    let free = 1 - expected
    return AgreementCoefficient(
      observed: observed, expected: expected, items: items,
      variance: { value in
        var mean = ExactSum()
        var square = ExactSum()
        for k in counts.indices {
          for l in counts.indices where shares[k][l] > 0 {
            let term = weights[k][l] - (1 - value) * slope(k, l)
            mean.add(shares[k][l] * term)
            square.add(shares[k][l] * term * term)
          }
        }
        return (square.value - mean.value * mean.value) / (Double(items) * free * free)
      }, degreesOfFreedom: .infinity)
  }

  private func averages(_ weights: [[Double]], _ shares: [Double]) -> [Double] {
    weights.map { zip($0, shares).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
