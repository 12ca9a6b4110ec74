/// Looks for the positive number at which a tail of a distribution has a given size.
enum QuantileSearch {
  /// The tail that is looked at, and the density, at one point.
  typealias Value = (tail: Double, density: Double)

  /// The point at which `value` gives the tail `target`, between `low` and `high`.
  ///
  /// Newton's method on the logarithms of both, in which the tails of the beta and the gamma
  /// distribution are close to straight lines, inside a bracket that every step narrows: it cannot
  /// leave it, and halves it where a step of Newton's would.
  static func point(
    target: Double, isRising: Bool, from start: Double, between low: Double, and high: Double,
    value: (Double) -> Value
  ) -> Double {
    var low = low
    var high = high
    var x = start
    let logTarget = Elementary.log(target)
    for _ in 0..<200 {
      let (tail, density) = value(x)
      if (tail < target) == isRising { low = x } else { high = x }
      if tail == target { return x }
      let slope = (isRising ? 1 : -1) * x * density / tail
      let step = (logTarget - Elementary.log(tail)) / slope
      let next = x * Elementary.exp(step)
      if next.isFinite, abs(next - x) <= 2 * x.ulp { return next }
      x = next > low && next < high ? next : middle(low, high)
      if x <= low || x >= high { return x }
    }
    return x
  }

  /// Halfway by order of magnitude, or outwards by doubling where there is no end.
  private static func middle(_ low: Double, _ high: Double) -> Double {
    if high == .infinity { return max(low, 1e-300) * 2 }
    return low > 0 && high > 4 * low ? (low * high).squareRoot() : low + (high - low) / 2
  }
}
