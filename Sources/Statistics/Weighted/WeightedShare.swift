/// The share of a whole's weight that has a property, where elements weigh differently: of the traffic
/// that wrong answers get, of what they cost.
///
/// Elements were drawn by chance, in each stratum as many as one likes. Their weights are known of those
/// that were drawn; what all weigh together is estimated as well.
///
///     let share = WeightedShare([
///       WeightedShare.Stratum(population: 900, elements: easy),
///       WeightedShare.Stratum(population: 100, elements: hard),
///     ])
///     share.rate        // Σ(N/n)Σwy / Σ(N/n)Σw
///     share.interval()
package struct WeightedShare: Sendable {
  /// Something that was drawn.
  package struct Element: Hashable, Sendable {
    package let weight: Double
    /// From 0 to 1; 1 has the property.
    package let value: Double

    /// Weights are finite and at least 0.
    package init(weight: Double, value: Double) {
      precondition(weight >= 0 && weight.isFinite, "not a weight")
      precondition(value >= 0 && value <= 1, "not a share")
      self.weight = weight
      self.value = value
    }
  }

  package struct Stratum: Sendable {
    package let population: Int
    package let elements: [Element]

    package init(population: Int, elements: [Element]) {
      precondition(population >= elements.count, "more elements than the population has")
      self.population = population
      self.elements = elements
    }

    /// How many of its population each element stands for.
    fileprivate var each: Double { Double(population) / Double(max(1, elements.count)) }
  }

  /// Those that have a population.
  package let strata: [Stratum]

  package init(_ strata: [Stratum]) { self.strata = strata.filter { $0.population > 0 } }

  /// How many were drawn.
  package var count: Int { strata.reduce(0) { $0 + $1.elements.count } }

  /// The combined ratio, Σ(N/n)Σwy / Σ(N/n)Σw: W. G. Cochran, "Sampling Techniques", 3rd ed. (1977),
  /// eq. 6.48. Undefined where a stratum has no elements, or nothing weighs anything.
  package var rate: Double? {
    guard !strata.isEmpty, strata.allSatisfy({ !$0.elements.isEmpty }), weight > 0 else {
      return nil
    }
    return min(1, max(0, sum { $0.weight * $0.value } / weight))
  }

  private var weight: Double { sum(\.weight) }

  private func sum(_ part: (Element) -> Double) -> Double {
    ExactSum(strata.flatMap { stratum in stratum.elements.map { part($0) * stratum.each } }).value
  }

  /// By linearisation, √ΣN²(1−n/N)s²/n / Σ(N/n)Σw, where s² is the variance of w(y − rate) in a stratum:
  /// Cochran 1977, eq. 6.51. Absent where a stratum of more has a single element.
  package var standardError: Double? {
    guard let rate else { return nil }
    var sum = ExactSum()
    for stratum in strata where stratum.elements.count < stratum.population {
      let n = Double(stratum.elements.count)
      guard n > 1 else { return nil }
      let parts = stratum.elements.map { $0.weight * ($0.value - rate) }
      let mean = ExactSum(parts).value / n
      let variance = ExactSum(parts.map { ($0 - mean) * ($0 - mean) }).value / (n - 1)
      let size = Double(stratum.population)
      sum.add(size * size * (1 - n / size) * variance / n)
    }
    return sum.value.squareRoot() / weight
  }

  /// How many equally likely elements of an endless source would tell as much: p(1−p) over the variance,
  /// but no more than (Σw)²/Σw² of L. Kish, "Survey Sampling" (1965), section 11.7.
  ///
  /// The first alone would trust a variance that a few elements give, or none without events; E. L. Korn
  /// and B. I. Graubard, "Confidence Intervals for Proportions with Small Expected Number of Positive
  /// Counts Estimated from Survey Data", Survey Methodology 24 (1998).
  package var effectiveSize: Double {
    guard let rate, weight > 0 else { return 0 }
    let kish = weight * weight / sumOfSquares
    guard let standardError, standardError > 0 else { return kish }
    return min(kish, rate * (1 - rate) / (standardError * standardError))
  }

  private var sumOfSquares: Double {
    ExactSum(
      strata.flatMap { stratum in
        stratum.elements.map { $0.weight * stratum.each * $0.weight * stratum.each }
      }
    ).value
  }

  /// Jeffreys' interval with the endpoint rule on the effective size; the rate alone where everything
  /// was drawn.
  package func interval(confidence: Double = 0.95) -> Interval? {
    guard let rate else { return nil }
    if strata.allSatisfy({ $0.elements.count == $0.population }) {
      return Interval(low: rate, high: rate)
    }
    let size = effectiveSize
    guard size > 0 else { return nil }
    return Proportion.jeffreys(
      EffectiveSample(events: rate * size, trials: size), endingAt: confidence
    ).clamped(to: 0...1)
  }
}
