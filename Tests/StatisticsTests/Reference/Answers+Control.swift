@testable import Statistics

extension Answers {
  static func movingAverage(_ inputs: Value) -> Value {
    let average = MovingAverage(
      inputs["x"].doubles, target: inputs["target"].double, deviation: inputs["sigma"].double,
      memory: inputs["lambda_"].double, deviations: inputs["k"].double)
    return [
      "ewma": Value(average?.averages ?? []), "lcl": Value(average?.limits.low),
      "ucl": Value(average?.limits.high),
      "time_varying_limits": .list((average?.limitsInTime ?? []).map { Value($0) }),
    ]
  }

  static func cumulativeSum(_ inputs: Value) -> Value {
    let sum = CumulativeSum(
      inputs["x"].doubles, target: inputs["target"].double, slack: inputs["k"].double,
      threshold: inputs["h"].double)
    return [
      "S_hi": Value(sum?.above ?? []), "S_lo": Value(sum?.below ?? []),
      "cusum": Value(sum?.sums ?? []),
      "first_signal": Value((sum?.firstSignal).map { Double($0 + 1) }),
    ]
  }

  private static func chart(_ chart: ControlChart?, centre: String) -> [String: Value] {
    [
      centre: Value(chart?.centre), "lcl": Value(chart?.limits.first?.low),
      "ucl": Value(chart?.limits.first?.high),
      "out": Value((chart?.outside ?? []).map { $0 + 1 }),
    ]
  }

  static func shareChart(_ inputs: Value) -> Value {
    let n = inputs["n"].int
    let samples = inputs["x"].doubles.map { Proportion(events: $0, of: n) }
    return .table(chart(ControlChart.shares(samples), centre: "p_bar"))
  }

  static func countChart(_ inputs: Value) -> Value {
    .table(chart(ControlChart.counts(inputs["x"].ints), centre: "c_bar"))
  }

  static func individuals(_ inputs: Value) -> Value {
    let points = inputs["x"].doubles
    let ranges = ControlChart.movingRanges(points)
    var table = chart(ControlChart.individuals(points), centre: "center")
    table["mr_bar"] = Value(ranges?.centre)
    table["mr_ucl"] = Value(ranges?.limits.first?.high)
    return .table(table)
  }

  static func normalTolerance(_ inputs: Value) -> Value {
    let count = inputs["n"].int
    let coverage = inputs["coverage"].double
    let confidence = inputs["confidence"].double
    let factor =
      ToleranceInterval.twoSidedFactor(
        count: count, coverage: coverage, confidence: confidence) ?? .nan
    let mean = inputs["mean"].double
    let deviation = inputs["sd"].double
    return [
      "k2_two_sided_howe": Value(factor),
      "k1_one_sided_exact": Value(
        ToleranceInterval.oneSidedFactor(
          count: count, coverage: coverage, confidence: confidence)),
      "k1_one_sided_natrella_approx": Value(
        ToleranceInterval.approximateOneSidedFactor(
          count: count, coverage: coverage, confidence: confidence)),
      "interval": Value([mean - factor * deviation, mean + factor * deviation]),
    ]
  }

  static func freeTolerance(_ inputs: Value) -> Value {
    let count = inputs["n"].int
    let coverage = inputs["coverage"].double
    return [
      "conf_min_max": Value(ToleranceInterval.confidenceOfRange(count: count, coverage: coverage)),
      "conf_max": Value(ToleranceInterval.confidenceOfMaximum(count: count, coverage: coverage)),
    ]
  }

  static func multiplicity(_ inputs: Value) -> Value {
    let values = inputs["p"].doubles
    func result(_ method: Multiplicity) -> Value {
      let adjusted = method.adjusted(values)
      let rejected = adjusted.count { $0 <= inputs["alpha"].double }
      return ["rejected": Value(rejected), "adjusted": Value(adjusted)]
    }
    return [
      "bonferroni": result(.bonferroni), "holm": result(.holm),
      "fdr_bh": result(.benjaminiHochberg), "fdr_by": result(.benjaminiYekutieli),
    ]
  }

  static func withoutEvents(_ inputs: Value) -> Value {
    let counts = inputs["p"].doubles.map {
      SampleSize.withoutEvents(below: $0, confidence: inputs["confidence"].double) ?? -1
    }
    return ["n": Value(counts)]
  }

  static func power(_ inputs: Value) -> Value {
    let trials = SampleSize.difference(
      inputs["p1"].double, inputs["p2"].double, significance: inputs["alpha"].double,
      power: inputs["power"].double)
    return ["n_per_arm": Value(trials)]
  }

  static func margin(_ inputs: Value) -> Value {
    let trials = SampleSize.halfWidth(
      inputs["half_width"].double, rate: inputs["p"].double,
      confidence: inputs["confidence"].double)
    return ["n": Value(trials)]
  }
}
