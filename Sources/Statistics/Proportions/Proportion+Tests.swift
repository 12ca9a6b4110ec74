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
      case .different: Self.twoSided(distribution, seen)
      }
    return TestResult(statistic: events, p: p)
  }

  private static func twoSided(_ distribution: BinomialDistribution, _ seen: Int) -> Double {
    let expected = Double(distribution.trials) * distribution.probability
    if Double(seen) == expected { return 1 }
    // Outcomes that are equally probable differ in their last digits.
    let limit = distribution.mass(seen) * (1 + 1e-7)
    let n = distribution.trials
    if Double(seen) < expected {
      let other = firstIndex(in: Int(expected.rounded(.up))...n) { distribution.mass($0) <= limit }
      return distribution.atMost(seen) + distribution.atLeast(other ?? n + 1)
    }
    let other = firstIndex(in: 0...Int(expected)) { distribution.mass($0) > limit }
    return distribution.atLeast(seen) + distribution.atMost((other ?? seen) - 1)
  }
}

/// What a test holds against the assumption.
package enum Alternative: Hashable, Sendable {
  case different
  case less
  case greater
}

/// The first number for which `holds`, of numbers for which it does not hold and then does.
func firstIndex(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int? {
  var low = range.lowerBound
  var high = range.upperBound + 1
  while low < high {
    let middle = low + (high - low) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low <= range.upperBound ? low : nil
}
