/// A range of plausible values, both ends included.
package struct Interval: Hashable, Sendable {
  /// The least value.
  package let low: Double

  /// The greatest value.
  package let high: Double

  /// From the least to the greatest value.
  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Greatest minus least value.
  package var width: Double { high - low }

  /// Whether the value lies between both ends or is one.
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
