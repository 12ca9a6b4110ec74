/// Numbers in order: quantiles and the median, of which nothing is assumed.
package struct OrderedSample: Hashable, Sendable {
  /// From the least to the greatest.
  package let numbers: [Double]

  /// Nothing where one of them is NaN, which has no place in any order.
  package init?(_ numbers: some Sequence<Double>) {
    let sorted = numbers.sorted()
    guard sorted.allSatisfy({ !$0.isNaN }) else { return nil }
    self.numbers = sorted
  }

  /// The number below which the share lies, between neighbours in proportion: type 7 of R. J. Hyndman
  /// and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996).
  ///
  /// Undefined without numbers, and of a share outside of 0 and 1.
  package func quantile(_ share: Double) -> Double? {
    guard let last = numbers.indices.last, share >= 0, share <= 1 else { return nil }
    let place = share * Double(last)
    let low = min(last, Int(place))
    let next = numbers[min(last, low + 1)]
    let part = place - Double(low)
    return part == 0 ? numbers[low] : numbers[low] + part * (next - numbers[low])
  }

  /// The number in the middle, or the mean of two. Undefined without numbers.
  package var median: Double? { quantile(0.5) }

  /// The interval of the median between two of the numbers, whatever the distribution: W. J. Conover,
  /// "Practical Nonparametric Statistics", 3rd ed. (1999), section 3.2.
  ///
  /// The k-th from both ends, with the largest k for which fewer than k of n tosses fall on one side
  /// with at most half the error. Undefined of too few numbers, fewer than six for 95 %.
  package func medianInterval(confidence: Double = 0.95) -> Interval? {
    let tosses = BinomialDistribution(trials: numbers.count, probability: 0.5)
    let tail = (1 - confidence) / 2
    guard !numbers.isEmpty, tosses.atMost(0) <= tail else { return nil }
    // The first count that is too probable is the place of the limit, counted from 0.
    let place = firstIndex(in: 0...numbers.count) { tosses.atMost($0) > tail } ?? 0
    return Interval(low: numbers[place - 1], high: numbers[numbers.count - place])
  }
}

extension Moments {
  /// The mean with its standard error s/√n and n − 1 degrees of freedom, after Student (1908). Undefined
  /// without numbers; its standard error is absent of one.
  package var meanEstimate: Estimate? {
    guard let mean else { return nil }
    return Estimate(
      value: mean, standardError: variance.map { ($0 / Double(count)).squareRoot() },
      degreesOfFreedom: Double(count - 1))
  }
}
