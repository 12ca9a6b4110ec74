@testable import Statistics

extension Answers {
  private static func sample(_ inputs: Value) -> Proportion {
    Proportion(events: inputs["x"].double, of: inputs["n"].int)
  }

  static func proportion(_ inputs: Value) -> Value {
    let sample = sample(inputs)
    let confidence = inputs["confidence"].double
    return [
      "wald": Value(sample.wald(confidence: confidence)),
      "wilson": Value(sample.wilson(confidence: confidence)),
      "wilson_cc": Value(sample.wilsonContinuityCorrected(confidence: confidence)),
      "clopper_pearson": Value(sample.clopperPearson(confidence: confidence)),
      "mid_p": Value(sample.midP(confidence: confidence)),
      "jeffreys_equal_tailed": Value(sample.jeffreysEqualTailed(confidence: confidence)),
      "jeffreys_modified_bcd": Value(sample.jeffreys(confidence: confidence)),
      "agresti_coull": Value(sample.agrestiCoull(confidence: confidence)),
    ]
  }

  static func oneSided(_ inputs: Value) -> Value {
    let sample = sample(inputs)
    let confidence = inputs["confidence"].double
    // The upper end of a two-sided interval with twice the error.
    let twoSided = 2 * confidence - 1
    return [
      "clopper_pearson_upper": Value(sample.exactUpperBound(confidence: confidence)),
      "jeffreys_upper": Value(sample.jeffreysEqualTailed(confidence: twoSided)?.high),
      "wilson_upper": Value(sample.wilson(confidence: twoSided)?.high),
      "rule_of_three": Value(sample.events == 0 ? 3 / Double(sample.trials) : nil),
    ]
  }

  static func coverage(_ inputs: Value) -> Value {
    let n = inputs["n"].int
    let p = inputs["p"].double
    return [
      "wald": Value(Coverage.of(n, at: p) { $0.wald() }),
      "wilson": Value(Coverage.of(n, at: p) { $0.wilson() }),
      "clopper_pearson": Value(Coverage.of(n, at: p) { $0.clopperPearson() }),
      "jeffreys_modified_bcd": Value(Coverage.of(n, at: p) { $0.jeffreys() }),
    ]
  }

  static func hypergeometric(_ inputs: Value) -> Value {
    let sample = Proportion(
      events: inputs["x"].double, of: inputs["n"].int, population: inputs["population"].int)
    let counts = sample.hypergeometricCounts(confidence: inputs["confidence"].double)
    return ["K": Value(counts.map { [$0.lowerBound, $0.upperBound] } ?? [])]
  }

  static func proportionTest(_ inputs: Value) -> Value {
    let z = sample(inputs).zTest(against: inputs["p0"].double)
    return [
      "z": Value(z?.statistic), "p_two_sided": Value(z?.p),
      "p_exact": Value(sample(inputs).binomialTest(against: inputs["p0"].double)?.p),
    ]
  }

  static func eventRate(_ inputs: Value) -> Value {
    let rate = EventRate(events: inputs["events"].int, exposure: inputs["exposure"].double)
    return ["ci": Value(rate.exact())]
  }
}
