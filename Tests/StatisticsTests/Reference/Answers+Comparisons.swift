@testable import Statistics

extension Answers {
  static func twoProportions(_ inputs: Value) -> Value {
    let pair = TwoProportions(
      Proportion(events: inputs["x1"].double, of: inputs["n1"].int),
      Proportion(events: inputs["x2"].double, of: inputs["n2"].int))
    return [
      "diff": Value(pair.difference), "newcombe": Value(pair.newcombe()),
      "agresti_caffo": Value(pair.agrestiCaffo()), "fisher_exact_p": Value(pair.fisherTest?.p),
      "pooled_z": Value(pair.pooledTest?.statistic), "pooled_z_p": Value(pair.pooledTest?.p),
    ]
  }

  static func mcNemar(_ inputs: Value) -> Value {
    let table = inputs["table"].list.map(\.ints)
    let pair = PairedProportions(
      both: table[0][0], firstOnly: table[0][1], secondOnly: table[1][0], neither: table[1][1])
    let z = pair.mcNemarTest
    let corrected = pair.mcNemarContinuityCorrectedTest
    return [
      "chi2": Value(z.map { $0.statistic * $0.statistic }), "p_asymptotic": Value(z?.p),
      "chi2_cc": Value(corrected?.statistic), "p_cc": Value(corrected?.p),
      "p_exact": Value(pair.mcNemarExactTest?.p), "p_mid": Value(pair.mcNemarMidPTest?.p),
      "z": Value(z.map { abs($0.statistic) }),
    ]
  }

  static func trend(_ inputs: Value) -> Value {
    let groups = zip(inputs["ok"].ints, inputs["bad"].ints).map {
      Proportion(events: Double($1), of: $0 + $1)
    }
    let trend = TrendTest(groups, scores: inputs["scores"].doubles)
    return [
      "r": Value(trend?.correlation), "p": Value(trend?.result.p),
      "M2": Value(trend.map { $0.result.statistic * $0.result.statistic }),
    ]
  }
}
