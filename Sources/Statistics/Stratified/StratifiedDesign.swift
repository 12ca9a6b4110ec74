/// What a draw would tell, from strata whose spread is known: for choosing between ways to draw.
package struct StratifiedDesign: Hashable, Sendable {
  package struct Stratum: Hashable, Sendable {
    package let population: Int

    /// Σ(y − ȳ)²/(N − 1) of its elements; N p(1 − p)/(N − 1) of a share.
    package let variance: Double

    package init(population: Int, variance: Double) {
      self.population = population
      self.variance = variance
    }
  }

  package let strata: [Stratum]

  package init(_ strata: [Stratum]) {
    self.strata = strata
  }

  /// The variance of the estimated total, ΣN(N − n)S²/n: Cochran 1977, eq. 5.6.
  ///
  /// Undefined where nothing is taken of some stratum.
  package func varianceOfTotal(taking counts: [Int]) -> Double? {
    precondition(counts.count == strata.count, "not as many numbers as strata")
    var sum = ExactSum()
    for (stratum, count) in zip(strata, counts) where stratum.population > 0 {
      guard count > 0 else { return nil }
      let size = Double(stratum.population)
      sum.add(size * max(0, size - Double(count)) / Double(count) * stratum.variance)
    }
    return sum.value.finite
  }
}
