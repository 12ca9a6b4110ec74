/// What the distance of two categories means.
package enum MeasurementScale: Hashable, Sendable {
  /// Same or not.
  case nominal

  /// How many ratings lie between.
  case ordinal

  /// The square of the difference of the categories' values.
  case interval([Double])

  /// The square of the difference over the sum of the categories' values.
  case ratio([Double])
}

extension Ratings {
  /// Krippendorff's alpha: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), and
  /// "Content Analysis", 4th ed. (2019), chapter 12.
  ///
  /// Items with a single rating do not count. 1 minus observed over expected disagreement, here with
  /// weights of 1 − δ²/max δ². Standard error of Gwet 2014, chapter 5. Undefined where ratings do not
  /// vary at all.
  package func krippendorff(_ scale: MeasurementScale) -> AgreementCoefficient? {
    let counts = counts.filter { $0.reduce(0, +) >= 2 }
    let sizes = counts.map { Double($0.reduce(0, +)) }
    guard let weights = weights(scale, counts), !counts.isEmpty else { return nil }
    let n = Double(counts.count)
    let total = sizes.reduce(0, +)
    let mean = total / n
    let shares = counts.map { $0.map { Double($0) / mean } }
    let means = (0..<categories).map { category in
      ExactSum(shares.map { $0[category] }).value / n
    }
    guard let (expected, slopes) = ChanceAgreement.pooled.expected(shares: means, weights: weights)
    else { return nil }
    let agreements = zip(counts, sizes).map {
      Self.agreeingPairs(of: $0, weights) / (mean * ($1 - 1))
    }
    let plain = ExactSum(agreements).value / n
    let observed = (1 - 1 / total) * plain + 1 / total
    return AgreementCoefficient(
      observed: observed, expected: expected, items: counts.count,
      variance: { _ in
        guard n > 1 else { return nil }
        let value = (plain - expected) / (1 - expected)
        let squares = counts.indices.map { item in
          let surplus = (sizes[item] - mean) / mean
          let agreement = agreements[item] - observed * surplus
          let raised = zip(slopes, shares[item]).reduce(0) { $0 + $1.0 * $1.1 }
          let chance = raised - 2 * expected * (1 + surplus)
          let deviation = (agreement - expected - (1 - value) * chance) / (1 - expected) - value
          return deviation * deviation
        }
        return ExactSum(squares).value / (n * (n - 1))
      }, degreesOfFreedom: n - 1)
  }

  /// 1 − δ²/max δ², nothing where no two categories differ.
  private func weights(_ scale: MeasurementScale, _ counts: [[Int]]) -> [[Double]]? {
    let ratings = (0..<categories).map { category in
      counts.reduce(0) { $0 + Double($1[category]) }
    }
    let distances = (0..<categories).map { k in
      (0..<categories).map { Self.distance(min(k, $0), max(k, $0), scale, ratings) }
    }
    guard let longest = distances.joined().max(), longest > 0, longest.isFinite else {
      return nil
    }
    return distances.map { $0.map { 1 - $0 / longest } }
  }

  private static func distance(
    _ k: Int, _ l: Int, _ scale: MeasurementScale, _ ratings: [Double]
  ) -> Double {
    guard k != l else { return 0 }
    switch scale {
    case .nominal: return 1
    case .ordinal:
      let between = ratings[k...l].reduce(0, +) - (ratings[k] + ratings[l]) / 2
      return between * between
    case .interval(let values):
      return (values[k] - values[l]) * (values[k] - values[l])
    case .ratio(let values):
      guard values[k] != values[l] else { return 0 }
      let share = (values[k] - values[l]) / (values[k] + values[l])
      return share * share
    }
  }
}
