/// How far the shares of some categories, or of bins of a score, moved from a baseline.
package struct ShareShift: Hashable, Sendable {
  /// What the shares were.
  package let baseline: [Double]

  /// What they are.
  package let shares: [Double]

  /// Both add up to 1 and have the same categories in the same order. Undefined where a share is
  /// negative or not finite, as shares of nothing are.
  package init?(baseline: [Double], shares: [Double]) {
    precondition(baseline.count == shares.count, "not the same categories")
    guard (baseline + shares).allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    self.baseline = baseline
    self.shares = shares
  }

  /// Σ(a − b) log(a/b), the population stability index: the divergence of H. Jeffreys, both relative
  /// entropies together.
  ///
  /// Undefined where a category is empty in one of both only. That 0.1 and 0.25 mean something is habit
  /// and no test: compare it with ``criticalStabilityIndex(_:_:categories:significance:)``.
  package var populationStabilityIndex: Double? {
    guard let one = relativeEntropy, let other = reversed?.relativeEntropy else { return nil }
    return one + other
  }

  /// Σ a log(a/b) in nats, from the baseline b: S. Kullback and R. A. Leibler (1951). Undefined where a
  /// category appears that the baseline does not have.
  package var relativeEntropy: Double? {
    var sum = ExactSum()
    for (base, share) in zip(baseline, shares) where share > 0 {
      sum.add(share * Elementary.log(share / base))
    }
    return sum.value.finite
  }

  /// The mean of both relative entropies to the middle of both, in nats, at most log 2: J. Lin (1991).
  package var jensenShannonDivergence: Double? {
    let middle = zip(baseline, shares).map { ($0 + $1) / 2 }
    guard let one = ShareShift(baseline: middle, shares: shares)?.relativeEntropy,
      let other = ShareShift(baseline: middle, shares: baseline)?.relativeEntropy
    else { return nil }
    return (one + other) / 2
  }

  /// Half of Σ|a − b|: the share that would have to move.
  package var totalVariation: Double {
    ExactSum(zip(baseline, shares).map { abs($0 - $1) }).value / 2
  }

  /// √(Σ(√a − √b)²/2), at most 1: E. Hellinger (1909).
  package var hellingerDistance: Double {
    let squares = zip(baseline, shares).map {
      ($0.squareRoot() - $1.squareRoot()) * ($0.squareRoot() - $1.squareRoot())
    }
    return (ExactSum(squares).value / 2).squareRoot()
  }

  private var reversed: ShareShift? { ShareShift(baseline: shares, shares: baseline) }

  /// What the stability index exceeds by chance with probability `significance`, of two samples of the
  /// same source: (1/n + 1/m) χ² with one less than the categories as degrees of freedom. B. Yurdakul
  /// and J. Naranjo, "Statistical properties of the population stability index", Journal of Risk Model
  /// Validation 14 (2020). Undefined of fewer than two categories, or of no samples.
  package static func criticalStabilityIndex(
    _ first: Int, _ second: Int, categories: Int, significance: Double = 0.05
  ) -> Double? {
    guard categories > 1, first > 0, second > 0 else { return nil }
    let quantile = ChiSquareDistribution(degreesOfFreedom: Double(categories - 1)).quantile(
      .upper(significance))
    return (1 / Double(first) + 1 / Double(second)) * quantile
  }

  /// The test of counts having come from the baseline's shares, Σ(k − nb)²/(nb): K. Pearson (1900), by
  /// χ² with one less than the categories as degrees of freedom.
  ///
  /// Undefined without counts, of fewer than two categories, and where the baseline has no share of one.
  package static func goodnessOfFit(_ counts: [Int], baseline: [Double]) -> TestResult? {
    precondition(counts.count == baseline.count, "not the same categories")
    let total = Double(counts.reduce(0, +))
    guard total > 0, counts.count > 1, baseline.allSatisfy({ $0 > 0 }) else { return nil }
    let terms = zip(counts, baseline).map {
      (Double($0) - total * $1) * (Double($0) - total * $1) / (total * $1)
    }
    return TestResult(
      chiSquare: ExactSum(terms).value, degreesOfFreedom: Double(counts.count - 1))
  }
}
