extension Ratings {
  /// The test of Fleiss' kappa being 0: z = κ / s₀, two-sided; J. L. Fleiss, J. C. M. Nee and
  /// J. R. Landis, "Large sample variance of kappa in the case of different sets of raters",
  /// Psychological Bulletin 86 (1979), eq. 12.
  ///
  /// s₀ = √(2/(Nm(m − 1))) √((Σpq)² − Σpq(q − p)) / Σpq, of N items with m ratings each. Undefined
  /// where items have different numbers of ratings.
  package var fleissTest: TestResult? {
    guard let kappa = fleiss()?.value, let ratings = ratingsPerItem, ratings > 1 else { return nil }
    var sum = ExactSum()
    var skewed = ExactSum()
    for p in pooledShares {
      sum.add(p * (1 - p))
      skewed.add(p * (1 - p) * (1 - 2 * p))
    }
    let pairs = Double(counts.count * ratings * (ratings - 1))
    let variance = 2 / pairs * (sum.value * sum.value - skewed.value) / (sum.value * sum.value)
    return variance > 0 ? TestResult(z: kappa / variance.squareRoot()) : nil
  }

  /// Fleiss' kappa of one category against all others: 1 − Σx(m − x)/(Nm(m − 1)p(1 − p)), Fleiss 1971,
  /// eq. 16.
  ///
  /// Undefined where nobody gave it or nobody anything else, and as the test is.
  package func fleissKappa(of category: Int) -> Double? {
    guard let ratings = ratingsPerItem, ratings > 1 else { return nil }
    let p = pooledShares[category]
    guard p > 0, p < 1 else { return nil }
    let disagreeing = counts.reduce(0) { $0 + $1[category] * (ratings - $1[category]) }
    let pairs = Double(counts.count * ratings * (ratings - 1))
    return 1 - Double(disagreeing) / (pairs * p * (1 - p))
  }

  /// How many ratings each item has, where that is one number.
  private var ratingsPerItem: Int? {
    let numbers = Set(counts.map { $0.reduce(0, +) })
    return numbers.count == 1 ? numbers.first : nil
  }

  private var pooledShares: [Double] {
    let total = Double(counts.joined().reduce(0, +))
    return (0..<categories).map { category in
      Double(counts.reduce(0) { $0 + $1[category] }) / total
    }
  }
}
