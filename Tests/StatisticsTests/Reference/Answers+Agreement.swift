@testable import Statistics

extension Answers {
  private static func weights(_ inputs: Value) -> AgreementWeights {
    switch inputs["weights"].text {
    case "linear": .linear
    case "quadratic": .quadratic
    default: .identity
    }
  }

  /// Categories of any numbers, as their places in order.
  private static func ratings(_ items: [[Double?]]) -> (Ratings, values: [Double]) {
    let values = Set(items.joined().compactMap { $0 }).sorted()
    let ratings = Ratings(
      items.map { $0.map { rating in values.firstIndex { $0 == rating } } },
      categories: values.count)
    return (ratings, values)
  }

  static func cohen(_ inputs: Value) -> Value {
    let table = RatingTable(inputs["table"].list.map(\.ints))
    let kappa = table.cohen(weights: weights(inputs))
    let test = table.cohenTest(weights: weights(inputs))
    return [
      "kappa": Value(kappa?.value), "ase": Value(kappa?.estimate.standardError),
      "ci": Value(kappa?.interval()), "z": Value(test?.statistic),
      "ase0": Value(kappa.flatMap { kappa in test.map { kappa.value / $0.statistic } }),
      "p_two_sided": Value(test?.p), "percent_agreement": Value(table.agreement()),
    ]
  }

  static func fleiss(_ inputs: Value) -> Value {
    let counts = inputs["counts"].list.map(\.ints)
    let categories = counts[0].count
    let ratings = Ratings(counts: counts, categories: categories)
    let kappa = ratings.fleiss()
    let test = ratings.fleissTest
    return [
      "kappa": Value(kappa?.value), "P_bar": Value(kappa?.observed),
      "P_e": Value(kappa?.expected), "z": Value(test?.statistic),
      "se0_fleiss_nee_landis": Value(
        kappa.flatMap { kappa in test.map { kappa.value / $0.statistic } }),
      "kappa_per_category": Value((0..<categories).map { ratings.fleissKappa(of: $0) }),
      "randolph_free": Value(ratings.brennanPrediger()?.value),
    ]
  }

  static func krippendorff(_ inputs: Value) -> Value {
    let raters = inputs["raters_by_units"].list.map { $0.list.map(\.optional) }
    let items = raters[0].indices.map { unit in raters.map { $0[unit] } }
    let (ratings, values) = ratings(items)
    return [
      "nominal": Value(ratings.krippendorff(.nominal)?.value),
      "ordinal": Value(ratings.krippendorff(.ordinal)?.value),
      "interval": Value(ratings.krippendorff(.interval(values))?.value),
      "ratio": Value(ratings.krippendorff(.ratio(values))?.value),
    ]
  }

  static func rawCoefficient(_ id: String, _ inputs: Value) -> Value {
    let (ratings, _) = ratings(inputs["units_by_raters"].list.map { $0.list.map(\.optional) })
    let coefficient: AgreementCoefficient? =
      switch id.dropFirst("gwet/raw4-".count).prefix(while: \.isLetter) {
      case "fleiss": ratings.fleiss()
      case "krippendorff": ratings.krippendorff(.nominal)
      case "conger": ratings.conger()
      case "bp": ratings.brennanPrediger()
      default: ratings.gwet(weights: weights(inputs))
      }
    return [
      "coef": Value(coefficient?.value), "se": Value(coefficient?.estimate.standardError),
      "ci": Value(coefficient?.interval()), "pa": Value(coefficient?.observed),
      "pe": Value(coefficient?.expected),
    ]
  }

  static func tableCoefficients(_ inputs: Value) -> Value {
    let table = RatingTable(inputs["table"].list.map(\.ints))
    func both(_ coefficient: AgreementCoefficient?) -> Value {
      ["coef": Value(coefficient?.value), "se": Value(coefficient?.estimate.standardError)]
    }
    return [
      "gwet": [
        "coef": Value(table.gwet()?.value),
        "se": Value([table.gwet()?.estimate.standardError]),
      ],
      "cohen": both(table.cohen()), "scott": both(table.scott()),
      "bp": both(table.brennanPrediger()), "krippendorff": both(table.krippendorff()),
    ]
  }

  static func paradox(_ inputs: Value) -> Value {
    let table = RatingTable(inputs["table"].list.map(\.ints))
    return [
      "percent": Value(table.agreement()), "cohen": Value(table.cohen()?.value),
      "scott": Value(table.scott()?.value), "gwet_ac1": Value(table.gwet()?.value),
      "brennan_prediger": Value(table.brennanPrediger()?.value),
    ]
  }
}
