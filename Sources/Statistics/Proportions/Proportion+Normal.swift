extension Proportion {
  /// The interval of A. Agresti and B. A. Coull, "Approximate Is Better than 'Exact' for Interval
  /// Estimation of Binomial Proportions", The American Statistician 52 (1998).
  ///
  /// With z² more trials, half of them events: p̃ ± z √(p̃(1−p̃)/ñ). Cut off at 0 and 1.
  package func agrestiCoull(confidence: Double = 0.95) -> Interval? {
    let z = StandardNormal.criticalValue(confidence: confidence)
    return interval { sample in
      let trials = sample.trials + z * z
      let rate = (sample.events + z * z / 2) / trials
      return Self.normal(rate, trials: trials, z: z)
    }
  }

  /// p ± z √(p(1−p)/n), the interval of textbooks, cut off at 0 and 1.
  ///
  /// It is here to be compared with, and for planning: of 20 trials at a rate of 1 % it covers the
  /// rate in 18 of 100 cases.
  package func wald(confidence: Double = 0.95) -> Interval? {
    let z = StandardNormal.criticalValue(confidence: confidence)
    return interval { Self.normal($0.rate, trials: $0.trials, z: z) }
  }

  private static func normal(_ rate: Double, trials: Double, z: Double) -> Interval {
    let half = z * (rate * (1 - rate) / trials).squareRoot()
    return Interval(low: rate - half, high: rate + half)
  }
}
