extension Ratings {
  /// Conger's kappa: A. J. Conger, "Integration and generalization of kappas for multiple raters",
  /// Psychological Bulletin 88 (1980): Cohen's for more than two raters.
  ///
  /// Chance is the mean over every pair of raters of Σw p q, with their own shares; standard error of
  /// Gwet 2014, chapter 5. Undefined where it is not known who rated, or where a rater rated nothing.
  package func conger(weights: AgreementWeights = .identity) -> AgreementCoefficient? {
    guard let byRater, let raters = byRater.first?.count, raters > 1 else { return nil }
    let matrix = weights.matrix(categories: categories)
    let rated = (0..<raters).map { rater in byRater.count { $0[rater] != nil } }
    guard rated.allSatisfy({ $0 > 0 }) else { return nil }
    let shares = (0..<raters).map { rater in
      (0..<categories).map { category in
        Double(byRater.count { $0[rater] == category }) / Double(rated[rater])
      }
    }
    let sums = (0..<categories).map { category in shares.reduce(0) { $0 + $1[category] } }
    let pairs = Double(raters * (raters - 1))
    // By how much the expected agreement rises with each share of each rater.
    let slopes = shares.map { own in
      matrix.map { row in
        2 * row.indices.reduce(0) { $0 + row[$1] * (sums[$1] - own[$1]) } / pairs
      }
    }
    let means = zip(slopes, shares).map { zip($0, $1).reduce(0) { $0 + $1.0 * $1.1 } }
    let n = Double(counts.count)
    return coefficient(expected: means.reduce(0, +) / 2, weights: matrix) { item in
      (0..<raters).reduce(0) { sum, rater in
        guard let category = byRater[item][rater] else { return sum }
        return sum + n / Double(rated[rater]) * (slopes[rater][category] - means[rater])
      }
    }
  }
}
