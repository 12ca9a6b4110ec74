extension StratifiedProportion {
  /// The rate with its standard error, √Σ W² (1 − f) p(1 − p)/(n − 1): Cochran 1977, eq. 5.53.
  ///
  /// Its degrees of freedom are those of Satterthwaite, (Σgs²)² / Σ(g²s⁴/(n − 1)) with
  /// g = N(N − n)/n: Cochran 1977, eq. 5.16. The standard error is absent where of some stratum only
  /// one was looked at and there are more, and 0 where the trials of each stratum are all alike: how
  /// sure the rate then is only ``mover(confidence:)`` says.
  package var estimate: Estimate? {
    guard let rate else { return nil }
    guard let variance else { return Estimate(value: rate, standardError: nil) }
    return Estimate(
      value: rate, standardError: variance.squareRoot(),
      degreesOfFreedom: effectiveDegreesOfFreedom ?? .infinity)
  }

  /// The rate with its standard error as if that was known: its interval is the normal one.
  package var normalEstimate: Estimate? {
    rate.flatMap { Estimate(value: $0, standardError: variance?.squareRoot()) }
  }

  /// How many times the variance is that of a draw of as many without strata:
  /// V / ((1 − n/N) p(1 − p)/(n − 1)). Undefined at a rate of 0 or 1, or of a whole population.
  package var designEffect: Double? {
    guard let rate, let variance, trials > 1, trials < population else { return nil }
    let fraction = Double(trials) / Double(population)
    let simple = (1 - fraction) * rate * (1 - rate) / Double(trials - 1)
    return (variance / simple).finite
  }

  /// The standard error of the rate where strata were counted only after a draw without strata.
  ///
  /// √((1 − f)/n · (Σ W s² + Σ (1 − W) s²/n)), Cochran 1977, eq. 5A.42: it holds before it is known
  /// how many fall into each stratum. Of a draw that was made, ``mover(confidence:)`` over the strata
  /// as they were met is the narrower answer.
  package var postStratifiedStandardError: Double? {
    guard rate != nil, trials < population else { return rate.map { _ in 0 } }
    let n = Double(trials)
    var sum = ExactSum()
    for stratum in strata {
      guard let square = stratum.sampleVariance else { return nil }
      let weight = weight(of: stratum)
      sum.add(weight * square)
      sum.add((1 - weight) * square / n)
    }
    return ((1 - n / Double(population)) / n * sum.value).squareRoot()
  }

  private var variance: Double? {
    var sum = ExactSum()
    for stratum in strata {
      guard let variance = stratum.varianceOfRate else { return nil }
      let weight = weight(of: stratum)
      sum.add(weight * weight * variance)
    }
    return sum.value
  }

  private var effectiveDegreesOfFreedom: Double? {
    var sum = ExactSum()
    var squares = ExactSum()
    for stratum in strata where stratum.trials < stratum.population ?? 0 {
      guard let square = stratum.sampleVariance else { return nil }
      let n = Double(stratum.trials)
      let size = Double(stratum.population ?? 0)
      let term = size * (size - n) / n * square
      sum.add(term)
      squares.add(term * term / (n - 1))
    }
    return (sum.value * sum.value / squares.value).finite
  }
}

extension Proportion {
  /// s² = n p(1 − p)/(n − 1), the variance of single trials. Undefined of one trial.
  var sampleVariance: Double? {
    guard let rate, trials > 1 else { return nil }
    return Double(trials) / Double(trials - 1) * rate * (1 - rate)
  }

  /// (1 − n/N) s²/n, unbiased: Cochran 1977, eq. 3.8. 0 of a whole population.
  var varianceOfRate: Double? {
    if let population, population == trials, trials > 0 { return 0 }
    let fraction = population.map { Double(trials) / Double($0) } ?? 0
    return sampleVariance.map { (1 - fraction) * $0 / Double(trials) }
  }

  /// The rate with the unbiased standard error √((1 − n/N) p(1 − p)/(n − 1)): Cochran 1977, eq. 3.8.
  package var estimate: Estimate? {
    rate.flatMap { Estimate(value: $0, standardError: varianceOfRate?.squareRoot()) }
  }
}
