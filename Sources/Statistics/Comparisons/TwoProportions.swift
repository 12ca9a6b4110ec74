/// Two shares of separate samples: last week's run and this one's, one segment and the rest.
///
/// Undefined, and so absent, where one of them has no trials.
package struct TwoProportions: Hashable, Sendable {
  /// What the difference is counted from.
  package let first: Proportion

  /// What is taken away.
  package let second: Proportion

  /// The first minus the second.
  package init(_ first: Proportion, _ second: Proportion) {
    self.first = first
    self.second = second
  }

  /// The first rate minus the second.
  package var difference: Double? {
    guard let one = first.rate, let other = second.rate else { return nil }
    return one - other
  }

  /// The interval of the difference from both Wilson intervals: method 10 of R. G. Newcombe, "Interval
  /// estimation for the difference between independent proportions: comparison of eleven methods",
  /// Statistics in Medicine 17 (1998), pages 873 to 890.
  ///
  /// d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²); stays within −1 and 1.
  package func newcombe(confidence: Double = 0.95) -> Interval? {
    mover { $0.wilson(confidence: confidence) }
  }

  /// The interval of the difference from whatever intervals both have, by recovered variances.
  package func mover(_ interval: (Proportion) -> Interval?) -> Interval? {
    guard let one = first.rate, let other = second.rate, let oneInterval = interval(first),
      let otherInterval = interval(second)
    else { return nil }
    return Mover.interval(of: [
      Mover.Part(weight: 1, value: one, interval: oneInterval),
      Mover.Part(weight: -1, value: other, interval: otherInterval),
    ]).clamped(to: -1...1)
  }

  /// The interval of A. Agresti and B. Caffo, "Simple and Effective Confidence Intervals for
  /// Proportions and Differences of Proportions Result from Adding Two Successes and Two Failures",
  /// The American Statistician 54 (2000): the normal one, with an event and another trial more each.
  ///
  /// Not cut off at −1 and 1. It knows nothing of populations.
  package func agrestiCaffo(confidence: Double = 0.95) -> Interval? {
    guard difference != nil else { return nil }
    let samples = [first, second].map {
      EffectiveSample(events: $0.events + 1, trials: Double($0.trials) + 2)
    }
    let variance = samples.reduce(0) { $0 + $1.rate * (1 - $1.rate) / $1.trials }
    let half = StandardNormal.criticalValue(confidence: confidence) * variance.squareRoot()
    let middle = samples[0].rate - samples[1].rate
    return Interval(low: middle - half, high: middle + half)
  }

  /// The test of both rates being equal: z = (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)), two-sided, with the
  /// rate p of both together.
  ///
  /// Undefined where everything was an event or nothing. It counts effective trials.
  package var pooledTest: TestResult? {
    guard let difference else { return nil }
    let one = first.effectiveTrials
    let other = second.effectiveTrials
    guard one < .infinity, other < .infinity, let firstRate = first.rate,
      let secondRate = second.rate
    else { return nil }
    let pooled = (firstRate * one + secondRate * other) / (one + other)
    let variance = pooled * (1 - pooled) * (1 / one + 1 / other)
    return variance > 0 ? TestResult(z: difference / variance.squareRoot()) : nil
  }

  /// The exact test of both rates being equal: R. A. Fisher, "Statistical Methods for Research
  /// Workers", 5th ed. (1934), section 21.02. The statistic is the number of events in the first.
  ///
  /// Given all events, how many of them fall into the first sample is hypergeometric; every outcome
  /// that is not more probable than the one seen counts. Undefined for events that are not whole.
  package var fisherTest: TestResult? {
    guard difference != nil, let one = Int(exactly: first.events),
      let other = Int(exactly: second.events)
    else { return nil }
    let distribution = HypergeometricDistribution(
      population: first.trials + second.trials, marked: one + other, drawn: first.trials)
    return TestResult(statistic: first.events, p: distribution.twoSided(one))
  }
}
