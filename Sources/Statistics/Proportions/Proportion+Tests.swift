extension Proportion {
  /// The score test of the rate being `assumed`: z = (p − p₀) / √(p₀(1−p₀)/n), two-sided.
  ///
  /// It rejects exactly the rates outside of Wilson's interval. Undefined for 0 and 1.
  package func zTest(against assumed: Double) -> TestResult? {
    guard let rate, assumed > 0, assumed < 1 else { return nil }
    let effective = effectiveTrials
    guard effective < .infinity else { return nil }
    return TestResult(z: (rate - assumed) / (assumed * (1 - assumed) / effective).squareRoot())
  }

  /// The exact binomial test of the rate being `assumed`; the statistic is the number of events.
  ///
  /// Two-sided it counts every outcome that is not more probable than the one seen, as R and SciPy
  /// do. Undefined for events that are not whole, and with a population.
  package func binomialTest(
    against assumed: Double, alternative: Alternative = .different
  ) -> TestResult? {
    guard trials > 0, population == nil, let seen = Int(exactly: events), assumed >= 0, assumed <= 1
    else { return nil }
    let distribution = BinomialDistribution(trials: trials, probability: assumed)
    let p =
      switch alternative {
      case .less: distribution.atMost(seen)
      case .greater: distribution.atLeast(seen)
      case .different: distribution.twoSided(seen)
      }
    return TestResult(statistic: events, p: p)
  }
}

/// What a test holds against the assumption.
package enum Alternative: Hashable, Sendable {
  case different
  case less
  case greater
}
