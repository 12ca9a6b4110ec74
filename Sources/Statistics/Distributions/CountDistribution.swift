/// A distribution of whole numbers whose masses rise up to a mode and fall from there.
protocol CountDistribution {
  var support: ClosedRange<Int> { get }
  var mode: Int { get }
  func mass(_ count: Int) -> Double
  func atMost(_ count: Int) -> Double
  func atLeast(_ count: Int) -> Double
}

extension CountDistribution {
  /// The probability of every count that is not more probable than the one seen, on both sides.
  ///
  /// As R and SciPy count it in their exact tests.
  func twoSided(_ seen: Int) -> Double {
    // Counts that are equally probable differ in their last digits.
    let limit = mass(seen) * (1 + 1e-7)
    if mass(mode) <= limit { return 1 }
    if seen < mode {
      let other = firstIndex(in: mode...support.upperBound) { mass($0) <= limit }
      return atMost(seen) + (other.map(atLeast) ?? 0)
    }
    let other = firstIndex(in: support.lowerBound...mode) { mass($0) > limit }
    return atLeast(seen) + (other.map { atMost($0 - 1) } ?? 0)
  }
}

/// The first number for which `holds`, of numbers for which it does not hold and then does.
func firstIndex(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int? {
  var low = range.lowerBound
  var high = range.upperBound + 1
  while low < high {
    let middle = low + (high - low) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low <= range.upperBound ? low : nil
}
