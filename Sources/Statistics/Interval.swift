/// A range of plausible values, both ends included.
package struct Interval: Hashable, Sendable {
  package let low: Double
  package let high: Double

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  package var width: Double { high - low }

  package func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// The same with both ends moved into `bounds`.
  func clamped(to bounds: ClosedRange<Double>) -> Interval {
    Interval(
      low: min(max(low, bounds.lowerBound), bounds.upperBound),
      high: min(max(high, bounds.lowerBound), bounds.upperBound))
  }

  /// The interval of 1 minus the value.
  var mirrored: Interval { Interval(low: 1 - high, high: 1 - low) }
}
