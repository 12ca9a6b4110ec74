import Statistics

/// A share with its denominator, its interval and the method of the interval.
///
/// Written as `{"events":k,"n":n,"rate":p,"low":l,"high":h,"method":"wilson"}`; what is not known is
/// left out, and further keys say what one must know before using it.
package struct Rate: Encodable, Hashable, Sendable {
  /// How the interval was found.
  package enum Method: String, Encodable, Hashable, Sendable {
    /// ``Statistics/Proportion/wilson(confidence:)``, about the model's future inputs.
    case wilson
    /// ``Statistics/Proportion/modifiedWilson(confidence:)``, about the run that was drawn from.
    case modifiedWilson = "modified-wilson"
    /// ``Statistics/StratifiedProportion/mover(confidence:)`` over tiers.
    case stratified
    /// The same over tiers and automatic results.
    case postStratified = "post-stratified"
    /// ``Statistics/PredictionPoweredMean``.
    case predictionPowered = "ppi"
    /// ``Statistics/WeightedShare``, by a field of the predictions.
    case weighted
  }

  /// What an interval says before a draw is finished: looking after every review makes an interval of
  /// 95 % miss far more often than it says.
  package static let soFarConfidence = 0.997
  package static let confidence = 0.95

  /// Absent where the rate is not a plain share of the denominator.
  package let events: Double?
  package let n: Int
  package let rate: Double
  package let low: Double
  package private(set) var high: Double
  package let method: Method
  /// Without events, the share that is not exceeded, one-sided with the same confidence: exact where
  /// all was drawn alike, else by the method of the interval.
  package var upper: Double?
  /// The planned number was not reached: the interval is one of ``soFarConfidence``.
  package var soFar: Bool?
  /// Items in tiers that nobody looked at: the rate leaves them out, and the interval holds whatever
  /// they are.
  package var unseen: Int?
  /// Items that were passed on unseen: ``high`` and ``upper`` hold also if each of them is one.
  package private(set) var passedUnseen: Int?
  /// What the rate would be if what is missing were all right, and all wrong.
  package var ifMissing: Range?
  /// What the rate would be if open disagreements ended one way, and the other.
  package var ifSettled: Range?

  /// Two ends, written as an object.
  package struct Range: Encodable, Hashable, Sendable {
    package let low: Double
    package let high: Double

    package init(_ interval: Interval) { (low, high) = (interval.low, interval.high) }
  }

  package init(
    events: Double?, n: Int, rate: Double, interval: Interval, method: Method, soFar: Bool = false
  ) {
    self.events = events
    self.n = n
    self.rate = rate
    (low, high) = (interval.low, interval.high)
    self.method = method
    self.soFar = soFar ? true : nil
  }

  /// Lets what was passed on unseen count in the upper bound, as if all of it were found.
  ///
  /// - Parameter rate: what these strata come to, by the method of this rate.
  mutating func count(
    passedUnseen found: [JudgedItems], in strata: [SampledStratum],
    by rate: ([SampledStratum]) -> Rate?
  ) {
    let passed = found.map(\.passedUnseen)
    let worst = zip(strata, passed).map { $0.adding(events: $1, of: $1) }
    guard passed.contains(where: { $0 > 0 }), let bound = rate(worst)?.high else { return }
    passedUnseen = passed.reduce(0, +)
    high = max(high, bound)
    upper = upper.map { max($0, bound) }
  }

  /// The confidence of an interval, of a finished draw or an unfinished one.
  package static func usualConfidence(soFar: Bool) -> Double {
    soFar ? soFarConfidence : confidence
  }

  package var isSoFar: Bool { soFar == true }
  package var interval: Interval { Interval(low: low, high: high) }

  /// The score interval of Wilson; nothing without trials.
  package init?(wilson proportion: Proportion) {
    guard let rate = proportion.rate, let interval = proportion.wilson() else { return nil }
    self.init(
      events: proportion.events, n: proportion.trials, rate: rate, interval: interval,
      method: .wilson)
  }

  /// Of a random sample of a population; nothing without trials.
  ///
  /// - Parameter confidence: of the interval, where it is to be another than usual.
  package init?(sample proportion: Proportion, soFar: Bool = false, confidence: Double? = nil) {
    let confidence = confidence ?? Self.usualConfidence(soFar: soFar)
    guard let rate = proportion.rate,
      let interval = proportion.modifiedWilson(confidence: confidence)
    else { return nil }
    self.init(
      events: proportion.events, n: proportion.trials, rate: rate, interval: interval,
      method: .modifiedWilson, soFar: soFar)
    if proportion.events == 0 { upper = proportion.exactUpperBound(confidence: confidence) }
  }

  /// The largest share of items in strata that nobody looked at with which there is a rate at all.
  package static let mostUnseen = 0.2

  /// Of a sample of strata. Where nobody looked at a small one, the interval is wide enough for it to
  /// be all right or all wrong; nothing where nobody looked at much.
  package init?(
    strata: StratifiedProportion, method: Method = .stratified, soFar: Bool = false,
    confidence: Double? = nil
  ) {
    let confidence = confidence ?? Self.usualConfidence(soFar: soFar)
    let seen = StratifiedProportion(strata.strata.filter { $0.trials > 0 })
    let unseen = strata.population - seen.population
    let weight = Double(seen.population) / Double(max(1, strata.population))
    guard 1 - weight <= Self.mostUnseen, let rate = seen.rate,
      let interval = seen.mover(confidence: confidence)
    else { return nil }
    let events = seen.strata.reduce(0) { $0 + $1.events }
    func widened(_ high: Double) -> Double {
      unseen > 0 ? min(1, weight * high + 1 - weight) : high
    }
    self.init(
      events: events, n: seen.trials, rate: rate,
      interval: Interval(low: weight * interval.low, high: widened(interval.high)),
      method: method, soFar: soFar)
    if events == 0 {
      upper = seen.mover(confidence: 2 * confidence - 1).map { widened($0.high) }
    }
    if unseen > 0 { self.unseen = unseen }
  }
}
