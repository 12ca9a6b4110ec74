extension Proportion {
  /// The score interval of E. B. Wilson, "Probable Inference, the Law of Succession, and
  /// Statistical Inference", JASA 22 (1927): the rates that the z test does not reject.
  ///
  /// With p = x/n, centre (p + z²/2n) / (1 + z²/n) and half width
  /// z √(p(1−p)/n + z²/4n²) / (1 + z²/n). It begins at exactly 0 without events and ends at exactly
  /// 1 with nothing else, and mirrors when events and the rest change places.
  package func wilson(confidence: Double = 0.95) -> Interval? {
    let z = StandardNormal.criticalValue(confidence: confidence)
    return interval { Self.wilson($0, z: z) }
  }

  /// Wilson's interval with the first and last limits of L. D. Brown, T. T. Cai and A. DasGupta,
  /// "Interval Estimation for a Binomial Proportion", Statistical Science 16 (2001), section 4.1.1.
  ///
  /// Wilson's covers too seldom where rates are next to 0 or 1. So for up to two events, up to three
  /// from 51 trials on, the lower limit is λ/n, where λ is the mean of a Poisson distribution that
  /// gives fewer events with probability `confidence`; likewise the upper limit of the rest.
  package func modifiedWilson(confidence: Double = 0.95) -> Interval? {
    let z = StandardNormal.criticalValue(confidence: confidence)
    return interval { sample in
      let plain = Self.wilson(sample, z: z)
      let low = Self.poissonLimit(sample, confidence: confidence)
      let high = Self.poissonLimit(sample.mirrored, confidence: confidence)
      return Interval(
        low: min(plain.low, low ?? plain.low),
        high: max(plain.high, high.map { 1 - $0 } ?? plain.high))
    }
  }

  /// Wilson's interval with continuity correction: method 4 of R. G. Newcombe, "Two-sided confidence
  /// intervals for the single proportion", Statistics in Medicine 17 (1998), pages 857 to 872.
  ///
  /// The limits P solve |x − nP| − ½ = z √(nP(1−P)), so up to half an event begins at 0.
  package func wilsonContinuityCorrected(confidence: Double = 0.95) -> Interval? {
    let z = StandardNormal.criticalValue(confidence: confidence)
    return interval { sample in
      let scale = 2 * (sample.trials + z * z)
      let middle = 2 * sample.events + z * z
      let below = z * Self.correctedRoot(sample, z: z)
      let above = z * Self.correctedRoot(sample.mirrored, z: z)
      return Interval(
        low: sample.events > 0.5 ? (middle - 1 - below) / scale : 0,
        high: sample.others > 0.5 ? (middle + 1 + above) / scale : 1)
    }
  }

  static func wilson(_ sample: EffectiveSample, z: Double) -> Interval {
    guard sample.events <= sample.others else { return wilson(sample.mirrored, z: z).mirrored }
    let p = sample.rate
    let n = sample.trials
    let scale = 1 + z * z / n
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let high = (p + z * z / (2 * n) + half) / scale
    // The limits are the roots of a quadratic; their product keeps the digits that the difference of
    // centre and half width would lose.
    return Interval(low: high > 0 ? p * p / (scale * high) : 0, high: high)
  }

  private static func poissonLimit(_ sample: EffectiveSample, confidence: Double) -> Double? {
    let events = sample.countedEvents
    guard events > 0, events <= (sample.countedTrials < 51 ? 2 : 3) else { return nil }
    let mean = GammaDistribution(shape: events).quantile(.lower(1 - confidence))
    return mean / sample.trials
  }

  private static func correctedRoot(_ sample: EffectiveSample, z: Double) -> Double {
    let square = z * z - 2 - 1 / sample.trials + 4 * sample.rate * (sample.others + 1)
    return max(0, square).squareRoot()
  }
}
