extension Proportion {
  /// The interval of Jeffreys' prior with the endpoint rule of Brown, Cai and DasGupta (2001),
  /// section 4.1.2: the one that weighted estimates are made of.
  ///
  /// The equal-tailed interval, but with up to one event it begins at 0, and without events it ends
  /// where Clopper and Pearson's does; likewise at the other end. Between no event and one it ends at
  /// the wider of the two. Of a single trial both ends claim the limits, and the upper end's rule
  /// holds.
  package func jeffreys(confidence: Double = 0.95) -> Interval? {
    interval { Self.jeffreys($0, endingAt: confidence) }
  }

  /// The same of a sample that need not be whole.
  static func jeffreys(_ sample: EffectiveSample, endingAt confidence: Double) -> Interval {
    let plain = Self.jeffreys(sample, confidence: confidence)
    // Without events the exact limit solves (1−p)ⁿ = α/2.
    let logTail = Elementary.log((1 - confidence) / 2)
    let exact = -Elementary.expMinusOne(logTail / sample.trials)
    let low = sample.countedEvents <= 1 ? 0 : plain.low
    let high = sample.countedEvents < 1 ? max(plain.high, exact) : plain.high
    return Interval(
      low: sample.countedOthers < 1 ? min(plain.low, 1 - exact) : low,
      high: sample.countedOthers <= 1 ? 1 : high)
  }

  /// The quantiles of Beta(x+½, n−x+½), as the prior of H. Jeffreys gives them.
  ///
  /// It does not reach 0 without events, nor 1 with nothing else.
  package func jeffreysEqualTailed(confidence: Double = 0.95) -> Interval? {
    interval { Self.jeffreys($0, confidence: confidence) }
  }

  private static func jeffreys(_ sample: EffectiveSample, confidence: Double) -> Interval {
    let distribution = BetaDistribution(sample.events + 0.5, sample.others + 0.5)
    let tail = (1 - confidence) / 2
    return Interval(
      low: distribution.quantile(.lower(tail)).value,
      high: distribution.quantile(.upper(tail)).value)
  }
}
