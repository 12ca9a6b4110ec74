@testable import Statistics

extension Answers {
  static func populationCorrected(_ inputs: Value) -> Value {
    let estimate = Proportion(
      events: inputs["x"].double, of: inputs["n"].int, population: inputs["population"].int
    ).estimate
    return [
      "p": Value(estimate?.value), "se": Value(estimate?.standardError),
      "ci": Value(estimate?.interval(confidence: inputs["confidence"].double)),
    ]
  }

  static func stratified(_ inputs: Value) -> Value {
    let strata = zip(inputs["N_h"].ints, zip(inputs["n_h"].ints, inputs["x_h"].doubles)).map {
      Proportion(events: $1.1, of: $1.0, population: $0)
    }
    let sample = StratifiedProportion(strata)
    let confidence = inputs["confidence"].double
    return [
      "estimate": Value(sample.rate), "se": Value(sample.estimate?.standardError),
      "ci_normal": Value(sample.normalEstimate?.interval(confidence: confidence)),
      "df_satterthwaite": Value(sample.estimate?.degreesOfFreedom),
      "ci_t": Value(sample.estimate?.interval(confidence: confidence)),
      "design_effect": Value(sample.designEffect),
    ]
  }

  static func allocation(_ inputs: Value) -> Value {
    let allocation = Allocation(populations: inputs["N_h"].ints)
    let n = inputs["n"].int
    return [
      "neyman": Value(allocation.neyman(n, deviations: inputs["S_h"].doubles)),
      "proportional": Value(allocation.proportional(n)),
    ]
  }

  static func design(_ inputs: Value) -> Value {
    let values = [inputs["stratum1"].doubles, inputs["stratum2"].doubles]
    let strata = values.map {
      StratifiedDesign.Stratum(population: $0.count, variance: Moments($0).variance ?? .nan)
    }
    let n = inputs["n"].int
    let all = Moments(values[0] + values[1])
    let simple = StratifiedDesign([
      StratifiedDesign.Stratum(population: all.count, variance: all.variance ?? .nan)
    ])
    let design = StratifiedDesign(strata)
    let allocation = Allocation(populations: strata.map(\.population))
    let neyman = allocation.neyman(n, deviations: strata.map { $0.variance.squareRoot() })
    let proportional = design.varianceOfTotal(
      taking: allocation.whole(allocation.proportional(n), total: n))
    let equal = design.varianceOfTotal(taking: allocation.whole(allocation.equal(n), total: n))
    let srs = simple.varianceOfTotal(taking: [n])
    return [
      "S2": Value(strata.map(\.variance)), "S2_all": Value(all.variance), "V_srs": Value(srs),
      "se_srs": Value(srs?.squareRoot()), "V_proportional_6_18": Value(proportional),
      "se_proportional": Value(proportional?.squareRoot()), "V_equal_12_12": Value(equal),
      "se_equal": Value(equal?.squareRoot()), "neyman_real": Value(neyman),
      "neyman_rounded": Value(allocation.whole(neyman, total: n)),
    ]
  }

  static func enumeration(_ inputs: Value) -> Value {
    let strata = [inputs["stratum_A"].ints, inputs["stratum_B"].ints]
    let samples = Enumeration.stratifiedSamples(of: strata, taking: inputs["n"].ints)
    let estimates = samples.compactMap(\.rate)
    let variances = samples.compactMap { $0.estimate?.standardError }.map { $0 * $0 }
    return [
      "population_mean": Value(Moments(strata.joined().map(Double.init)).mean),
      "mean_of_estimates": Value(Moments(estimates).mean),
      "true_variance": Value(Moments(estimates).populationVariance),
      "mean_of_variance_estimates": Value(Moments(variances).mean),
      "samples": Value(samples.count),
    ]
  }
}
