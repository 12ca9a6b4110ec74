/// The share of a whole run, from a draw that took so many of each stratum.
///
/// Each stratum is a proportion that knows its population, and counts by that: W = Nₕ/N. Estimates are
/// undefined where nobody looked at some stratum; they are never pooled.
///
///     let tiers = StratifiedProportion([
///       Proportion(events: 2, of: 50, population: 1000),
///       Proportion(events: 6, of: 50, population: 500),
///       Proportion(events: 15, of: 40, population: 100),
///     ])
///     tiers.rate     // 0.0859
///     tiers.mover()  // 0.054 to 0.143
package struct StratifiedProportion: Hashable, Sendable {
  /// Those that have a population.
  package let strata: [Proportion]

  /// Strata with a population of 0 are left out; every other one has a population.
  package init(_ strata: [Proportion]) {
    precondition(strata.allSatisfy { $0.population != nil }, "a stratum without its population")
    self.strata = strata.filter { $0.population != 0 }
  }

  /// The sum of the populations.
  package var population: Int { strata.reduce(0) { $0 + ($1.population ?? 0) } }

  /// The sum of what was looked at.
  package var trials: Int { strata.reduce(0) { $0 + $1.trials } }

  /// Σ W p: W. G. Cochran, "Sampling Techniques", 3rd ed. (1977), eq. 5.52.
  package var rate: Double? {
    guard !strata.isEmpty else { return nil }
    var sum = ExactSum()
    for stratum in strata {
      guard let rate = stratum.rate else { return nil }
      sum.add(Double(stratum.population ?? 0) * rate)
    }
    return sum.value / Double(population)
  }

  /// The interval of the share by recovered variances, from each stratum's Jeffreys limits with the
  /// endpoint rule on its effective trials; cut off at 0 and 1.
  ///
  /// Where the whole of each stratum was looked at, it has no width.
  package func mover(confidence: Double = 0.95) -> Interval? {
    guard !strata.isEmpty else { return nil }
    var parts: [Mover.Part] = []
    for stratum in strata {
      guard let rate = stratum.rate, let limits = stratum.jeffreys(confidence: confidence) else {
        return nil
      }
      parts.append(Mover.Part(weight: weight(of: stratum), value: rate, interval: limits))
    }
    return Mover.interval(of: parts).clamped(to: 0...1)
  }

  /// What the rate would be if the missing trials of each stratum had all been no event, and if all
  /// had been events.
  package func extremes(missing: [Int]) -> Interval? {
    precondition(missing.count == strata.count, "not as many numbers as strata")
    let pairs = zip(strata, missing)
    guard let low = StratifiedProportion(pairs.map { $0.adding(events: 0, of: $1) }).rate,
      let high = StratifiedProportion(pairs.map { $0.adding(events: $1, of: $1) }).rate
    else { return nil }
    return Interval(low: low, high: high)
  }

  func weight(of stratum: Proportion) -> Double {
    Double(stratum.population ?? 0) / Double(population)
  }
}

extension Proportion {
  /// The same with more trials.
  package func adding(events more: Int, of trials: Int) -> Proportion {
    Proportion(
      events: events + Double(more), of: self.trials + trials, population: population)
  }

  /// What the rate would be if the missing trials were all no event, and if all were events.
  package func extremes(missing: Int) -> Interval? {
    guard let low = adding(events: 0, of: missing).rate,
      let high = adding(events: missing, of: missing).rate
    else { return nil }
    return Interval(low: low, high: high)
  }
}
