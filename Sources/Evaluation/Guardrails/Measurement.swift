import Statistics

/// The value of a metric over some predictions, with all that one must know to use it.
package struct Measurement: Hashable, Sendable {
  package let metric: Metric
  /// Absent where nothing was looked at yet, or nothing tells; then ``reason`` says which.
  package private(set) var value: Double?
  /// Of 95 %, or of 99.7 % where ``isSoFar``; absent of what is no rate.
  package private(set) var interval: Interval?
  /// Of how many it speaks.
  package private(set) var n: Int?
  package private(set) var events: Double?
  /// How it was found: a method of ``Rate/Method``, or another one's name.
  package private(set) var method: String?
  /// A draw behind it is not finished.
  package private(set) var isSoFar = false
  /// Items that draws planned and nobody judged yet.
  package private(set) var missing = 0
  /// How many there are of what ``n`` counts.
  package private(set) var population: Int?
  /// Over how many runs it was pooled, where that is more than the one that is open.
  package private(set) var runs: Int?
  /// Why there is no value, as a part of a sentence.
  package private(set) var reason: String?

  init(_ metric: Metric, missing reason: String, n: Int? = nil) {
    self.metric = metric
    self.reason = reason
    self.n = n
  }

  /// Something that is known for sure.
  init(_ metric: Metric, known value: Double, n: Int?, events: Double? = nil, method: String?) {
    self.metric = metric
    self.value = value
    self.n = n
    self.events = events
    self.method = method
  }

  init(_ metric: Metric, _ rate: Rate, missing: Int = 0, population: Int? = nil, runs: Int? = nil) {
    self.metric = metric
    value = rate.rate
    interval = rate.interval
    n = rate.n
    events = rate.events
    method = rate.method.rawValue
    isSoFar = rate.isSoFar
    self.missing = missing
    self.population = population
    self.runs = runs
  }

  init(_ metric: Metric, _ coefficient: AgreementCoefficient, method: String) {
    self.metric = metric
    value = coefficient.value
    interval = coefficient.interval()
    n = coefficient.items
    self.method = method
  }
}

extension Measurement {
  /// About how many more reviews it takes until the interval lies on one side of each bound that it
  /// straddles, if the rate stays; nothing where reviews are not what is missing.
  func reviewsUntilDecided(_ range: ClosedRange<Double>) -> Int? {
    guard let value, let interval, let n, n > 0, metric.isEstimated, metric != .agreement else {
      return nil
    }
    let proportion = Proportion(
      events: min(Double(n), max(0, value * Double(n))), of: n,
      population: population.map { max($0, n) })
    let straddled = [range.lowerBound, range.upperBound].filter {
      interval.low < $0 && $0 < interval.high
    }
    let all = population.map { max(0, $0 - n) }
    let needed = straddled.map { bound in
      proportion.trialsUntilDecided(against: bound) { $0.modifiedWilson() } ?? all
    }
    guard !needed.contains(nil) else { return nil }
    return max(missing, needed.compactMap(\.self).max() ?? 0)
  }
}
