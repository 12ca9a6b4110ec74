@testable import Statistics

extension Answers {
  static func normalQuantiles(_ inputs: Value) -> Value {
    ["z": Value(inputs["p"].doubles.map { StandardNormal.quantile(.lower($0)) })]
  }

  static func betaQuantiles(_ inputs: Value) -> Value {
    let quantiles = inputs["args"].list.map(\.doubles).map {
      BetaDistribution($0[1], $0[2]).quantile(.lower($0[0])).value
    }
    return ["x": Value(quantiles)]
  }

  static func studentAndChiSquareQuantiles(_ inputs: Value) -> Value {
    let student = inputs["t"].list.map(\.doubles).map {
      StudentDistribution(degreesOfFreedom: $0[1]).quantile(.lower($0[0]))
    }
    let chiSquare = inputs["chi2"].list.map(\.doubles).map {
      ChiSquareDistribution(degreesOfFreedom: $0[1]).quantile(.lower($0[0]))
    }
    return ["t": Value(student), "chi2": Value(chiSquare)]
  }
}
