@testable import Statistics

/// How often an interval holds the rate, by counting every outcome instead of drawing some.
enum Coverage {
  /// Of `trials` at the rate `p`.
  static func of(
    _ trials: Int, at p: Double, _ interval: (Proportion) -> Interval?
  ) -> Double {
    let distribution = BinomialDistribution(trials: trials, probability: p)
    return (0...trials).reduce(0) { sum, events in
      let isHeld = interval(Proportion(events: Double(events), of: trials))?.contains(p) ?? false
      return isHeld ? sum + distribution.mass(events) : sum
    }
  }

  /// Of samples of `trials` from a population that has the property `marked` times.
  static func of(
    _ trials: Int, from population: Int, marked: Int, _ interval: (Proportion) -> Interval?
  ) -> Double {
    let distribution = HypergeometricDistribution(
      population: population, marked: marked, drawn: trials)
    let rate = Double(marked) / Double(population)
    return distribution.support.reduce(0) { sum, events in
      let sample = Proportion(events: Double(events), of: trials, population: population)
      return interval(sample)?.contains(rate) ?? false ? sum + distribution.mass(events) : sum
    }
  }
}
