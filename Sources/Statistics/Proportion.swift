/// How many of some trials had a property: 6 wrong of 41 judged.
package struct Proportion: Hashable, Sendable {
  /// The standard normal quantile of a two-sided 95 % interval.
  package static let z95 = 1.959963984540054

  package let events: Int
  package let trials: Int

  /// `events` lie between 0 and `trials`.
  package init(events: Int, trials: Int) {
    precondition(events >= 0 && events <= trials, "more events than trials")
    self.events = events
    self.trials = trials
  }

  /// The share itself; undefined, and so absent, without trials.
  package var rate: Double? { trials > 0 ? Double(events) / Double(trials) : nil }

  /// The score interval of E. B. Wilson, "Probable Inference, the Law of Succession, and
  /// Statistical Inference", JASA 22 (1927): with p = x/n, centre (p + z²/2n) / (1 + z²/n) and half
  /// width z √(p(1−p)/n + z²/4n²) / (1 + z²/n).
  ///
  /// It begins at exactly 0 without events and ends at exactly 1 with nothing else.
  package func wilson(z: Double = z95) -> Interval? {
    guard let rate else { return nil }
    let n = Double(trials)
    let scale = 1 + z * z / n
    let centre = (rate + z * z / (2 * n)) / scale
    let half = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot() / scale
    return Interval(
      low: events == 0 ? 0 : max(0, centre - half),
      high: events == trials ? 1 : min(1, centre + half))
  }
}
