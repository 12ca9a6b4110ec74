extension Proportion {
  /// The exact interval of C. J. Clopper and E. S. Pearson, "The Use of Confidence or Fiducial Limits
  /// Illustrated in the Case of the Binomial", Biometrika 26 (1934): never covers less than it says.
  ///
  /// The quantiles of Beta(x, n−x+1) and Beta(x+1, n−x).
  package func clopperPearson(confidence: Double = 0.95) -> Interval? {
    let tail = (1 - confidence) / 2
    return interval { sample in
      Interval(low: Self.exactLow(sample, tail: tail), high: Self.exactHigh(sample, tail: tail))
    }
  }

  /// The exact interval with half the probability of what was seen: method 6 of Newcombe 1998.
  ///
  /// Covers what it says on average, and not in every single case.
  package func midP(confidence: Double = 0.95) -> Interval? {
    let tail = (1 - confidence) / 2
    return interval { sample in
      Interval(low: Self.midPLow(sample, tail: tail), high: Self.midPHigh(sample, tail: tail))
    }
  }

  /// The share that is not exceeded with this confidence, by one-sided exact limits.
  ///
  /// 3/n, the rule of three, comes close to it without events. Of a population it is the
  /// hypergeometric one.
  package func exactUpperBound(confidence: Double = 0.95) -> Double? {
    guard trials > 0 else { return nil }
    if let population {
      return Double(mostMarked(of: population, tail: 1 - confidence)) / Double(population)
    }
    let sample = EffectiveSample(events: events, trials: Double(trials))
    return Self.exactHigh(sample, tail: 1 - confidence)
  }

  /// The share that is at least reached with this confidence, by one-sided exact limits.
  package func exactLowerBound(confidence: Double = 0.95) -> Double? {
    complement.exactUpperBound(confidence: confidence).map { 1 - $0 }
  }

  private static func exactLow(_ sample: EffectiveSample, tail: Double) -> Double {
    guard sample.events > 0 else { return 0 }
    return BetaDistribution(sample.events, sample.others + 1).quantile(.lower(tail)).value
  }

  private static func exactHigh(_ sample: EffectiveSample, tail: Double) -> Double {
    guard sample.others > 0 else { return 1 }
    return BetaDistribution(sample.events + 1, sample.others).quantile(.upper(tail)).value
  }

  private static func midPLow(_ sample: EffectiveSample, tail: Double) -> Double {
    guard sample.events > 0 else { return 0 }
    return crossing(from: exactLow(sample, tail: tail), to: sample.rate) {
      let halfOfEqual = (Self.more(sample, at: $0).lower - Self.atLeast(sample, at: $0).lower) / 2
      return Self.atLeast(sample, at: $0).lower + halfOfEqual >= tail
    }
  }

  private static func midPHigh(_ sample: EffectiveSample, tail: Double) -> Double {
    guard sample.others > 0 else { return 1 }
    return crossing(from: sample.rate, to: exactHigh(sample, tail: tail)) {
      let halfOfEqual = (Self.atLeast(sample, at: $0).upper - Self.more(sample, at: $0).upper) / 2
      return Self.more(sample, at: $0).upper + halfOfEqual <= tail
    }
  }

  /// The probability of fewer events, above, and of as many or more, below.
  private static func atLeast(_ sample: EffectiveSample, at rate: Double) -> Tails {
    guard sample.events > 0 else { return .allBelow }
    return BetaDistribution(sample.events, sample.others + 1).tails(at: rate)
  }

  /// The probability of as many events or fewer, above, and of more, below.
  private static func more(_ sample: EffectiveSample, at rate: Double) -> Tails {
    guard sample.others > 0 else { return .allAbove }
    return BetaDistribution(sample.events + 1, sample.others).tails(at: rate)
  }

  /// The point from which on `holds`, as near as numbers lie to each other.
  private static func crossing(
    from low: Double, to high: Double, where holds: (Double) -> Bool
  ) -> Double {
    var low = low
    var high = high
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if holds(middle) { high = middle } else { low = middle }
    }
  }
}
