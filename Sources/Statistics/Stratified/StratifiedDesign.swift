/// What a draw would tell, from strata whose spread is known: for choosing between ways to draw.
package struct StratifiedDesign: Hashable, Sendable {
  /// A part of the run that is drawn from by itself.
  package struct Stratum: Hashable, Sendable {
    /// How many elements it has.
    package let population: Int

    /// Σ(y − ȳ)²/(N − 1) of its elements; N p(1 − p)/(N − 1) of a share.
    package let variance: Double

    /// Of so many elements that vary by so much.
    package init(population: Int, variance: Double) {
      self.population = population
      self.variance = variance
    }
  }

  /// In the order in which numbers to take are given.
  package let strata: [Stratum]

  /// Together they are the run.
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
