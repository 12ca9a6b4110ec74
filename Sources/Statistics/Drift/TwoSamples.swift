/// Two samples of numbers: this run's scores and the last one's. Tells whether they come from the same
/// source.
package struct TwoSamples: Sendable {
  let first: [Double]
  let second: [Double]

  /// Nothing where one of them is empty, or a number is NaN.
  package init?(_ first: some Sequence<Double>, _ second: some Sequence<Double>) {
    guard let one = OrderedSample(first), let other = OrderedSample(second),
      !one.numbers.isEmpty, !other.numbers.isEmpty
    else { return nil }
    self.first = one.numbers
    self.second = other.numbers
  }

  /// Pairs of which the first sample's number is the higher one, equal ones counted half: U of
  /// H. B. Mann and D. R. Whitney (1947).
  package var higherPairs: Double {
    var below = 0
    var upTo = 0
    var sum = 0.0
    for number in first {
      while below < second.count, second[below] < number { below += 1 }
      while upTo < second.count, second[upTo] <= number { upTo += 1 }
      sum += Double(below + upTo) / 2
    }
    return sum
  }

  /// The largest distance of both distribution functions, in units of 1/(nm), so a whole number.
  var largestDistance: Int {
    var one = 0
    var other = 0
    var largest = 0
    while one < first.count || other < second.count {
      let next = min(
        one < first.count ? first[one] : .infinity, other < second.count ? second[other] : .infinity
      )
      while one < first.count, first[one] <= next { one += 1 }
      while other < second.count, second[other] <= next { other += 1 }
      largest = max(largest, abs(one * second.count - other * first.count))
    }
    return largest
  }
}
