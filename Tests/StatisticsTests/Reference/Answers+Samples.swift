@testable import Statistics

extension Answers {
  static func binaryMetrics(_ inputs: Value) -> Value {
    let truth = inputs["y"].ints.map { $0 == 1 }
    var counts = BinaryCounts()
    for (predicted, actual) in zip(inputs["pred"].ints, truth) {
      counts.add(predicted: predicted == 1, actual: actual)
    }
    let ranking = ScoreRanking(zip(inputs["score"].doubles, truth).map { ($0, $1) })
    return [
      "accuracy": Value(counts.accuracy), "precision": Value(counts.precision),
      "recall": Value(counts.recall), "f1": Value(counts.f1),
      "mcc": Value(counts.matthewsCorrelation), "balanced": Value(counts.balancedAccuracy),
      "auc": Value(ranking.areaUnderCurve), "ap": Value(ranking.averagePrecision),
      "confusion": [
        Value([counts.trueNegative, counts.falsePositive]),
        Value([counts.falseNegative, counts.truePositive]),
      ],
    ]
  }

  static func mean(_ inputs: Value) -> Value {
    let moments = Moments(inputs["x"].doubles)
    return [
      "mean": Value(moments.mean), "sd": Value(moments.variance?.squareRoot()),
      "se": Value(moments.meanEstimate?.standardError),
      "ci": Value(moments.meanEstimate?.interval()),
    ]
  }

  static func median(_ inputs: Value) -> Value {
    let sample = OrderedSample(inputs["x"].doubles)
    return ["median": Value(sample?.median), "ci": Value(sample?.medianInterval())]
  }

  static func quantiles(_ inputs: Value) -> Value {
    let sample = OrderedSample(inputs["x"].doubles)
    return ["q": Value(inputs["q"].doubles.map { sample?.quantile($0) })]
  }

  static func shift(_ inputs: Value) -> Value {
    let expected = inputs["expected"].doubles
    let actual = inputs["actual"].doubles
    guard let shift = ShareShift(baseline: expected, shares: actual) else { return .number(nil) }
    return [
      "psi": Value(shift.populationStabilityIndex),
      "kl_actual_expected": Value(shift.relativeEntropy),
      "kl_expected_actual": Value(
        ShareShift(baseline: actual, shares: expected)?.relativeEntropy),
      "js_divergence_nats": Value(shift.jensenShannonDivergence),
      "total_variation": Value(shift.totalVariation),
      "hellinger": Value(shift.hellingerDistance),
    ]
  }

  static func criticalShift(_ inputs: Value) -> Value {
    let critical = ShareShift.criticalStabilityIndex(
      inputs["n"].int, inputs["m"].int, categories: inputs["bins"].int,
      significance: inputs["alpha"].double)
    return ["psi_critical": Value(critical)]
  }

  static func goodnessOfFit(_ inputs: Value) -> Value {
    let counts = inputs["observed"].ints
    let test = ShareShift.goodnessOfFit(counts, baseline: inputs["baseline"].doubles)
    return [
      "chi2": Value(test?.statistic), "p": Value(test?.p), "df": Value(counts.count - 1),
    ]
  }

  static func twoSamples(_ inputs: Value) -> Value {
    let samples = TwoSamples(inputs["a"].doubles, inputs["b"].doubles)
    let smirnov = samples?.kolmogorovSmirnovTest
    let whitney = samples?.mannWhitneyTest
    return [
      "ks": Value(smirnov?.statistic), "ks_p": Value(smirnov?.p),
      "u": Value(whitney?.statistic), "u_p": Value(whitney?.p),
    ]
  }
}
