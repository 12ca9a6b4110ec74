/// How often something happened in so much of what was looked at, where that is no number of trials.
///
/// Events of a Poisson process: two alarms in 1.5 million requests, three reports in 14 days.
package struct EventRate: Hashable, Sendable {
  /// How often it happened.
  package let events: Int

  /// How much was looked at.
  package let exposure: Double

  /// The exposure, in whatever unit the rate is wanted per, is above 0.
  package init(events: Int, exposure: Double) {
    precondition(events >= 0 && exposure > 0, "no events, or nothing looked at")
    self.events = events
    self.exposure = exposure
  }

  /// Events per unit of exposure.
  package var rate: Double { Double(events) / exposure }

  /// The exact interval of F. Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28
  /// (1936): half the χ² quantiles with 2x and 2x+2 degrees of freedom, per exposure.
  package func exact(confidence: Double = 0.95) -> Interval {
    let tail = (1 - confidence) / 2
    let x = Double(events)
    let low = events > 0 ? GammaDistribution(shape: x).quantile(.lower(tail)) : 0
    let high = GammaDistribution(shape: x + 1).quantile(.upper(tail))
    return Interval(low: low / exposure, high: high / exposure)
  }
}
