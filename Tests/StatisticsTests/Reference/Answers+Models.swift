@testable import Statistics

extension Answers {
  static func horvitzThompson(_ inputs: Value) -> Value {
    let sample = WeightedSample(
      zip(inputs["y"].doubles, inputs["pi"].doubles).map {
        WeightedSample.Element(value: $0, probability: $1)
      })
    let hajek = sample.hajekMean
    func square(_ error: Double?) -> Double? { error.map { $0 * $0 } }
    return [
      "ht_total": Value(sample.total?.value),
      "ht_mean": Value(sample.mean(population: inputs["population"].int)?.value),
      "hajek_mean": Value(hajek?.value),
      "poisson_var_ht_total": Value(square(sample.total?.standardError)),
      "linearised_var_hajek": Value(square(hajek?.standardError)),
      "kish_neff": Value(sample.effectiveSize),
    ]
  }

  static func activeTesting(_ inputs: Value) -> Value {
    let losses = inputs["losses"].doubles
    let sample = SequentialSample(
      zip(losses, inputs["acquisition_probability"].doubles).map {
        SequentialSample.Element(value: $0, probability: $1)
      }, population: inputs["N"].int)
    return [
      "weights": Value(sample.weights), "risk_lure": Value(sample.mean),
      "risk_naive": Value(Moments(losses).mean), "risk_pure": Value(sample.stepwiseMean),
    ]
  }

  static func binaryPredictionPowered(_ inputs: Value) -> Value {
    var reviewed = PairedMoments()
    for (verdict, counts) in inputs["labelled_counts_Y_by_Yhat"].list.map(\.ints).enumerated() {
      for (score, count) in counts.enumerated() {
        for _ in 0..<count { reviewed.add(Double(verdict), Double(score)) }
      }
    }
    let positive = inputs["unlabelled_positive"].int
    let others = Moments((0..<inputs["unlabelled_n"].int).map { $0 < positive ? 1 : 0 })
    return predictionPowered(reviewed, others, alpha: inputs["alpha"].double)
  }

  static func gradedPredictionPowered(_ inputs: Value) -> Value {
    predictionPowered(
      PairedMoments(zip(inputs["Y"].doubles, inputs["Yhat"].doubles)),
      Moments(inputs["Yhat_unlabelled"].doubles), alpha: inputs["alpha"].double)
  }

  private static func predictionPowered(
    _ reviewed: PairedMoments, _ others: Moments, alpha: Double
  ) -> Value {
    func estimate(_ lambda: Double?) -> Estimate? {
      PredictionPoweredMean(reviewed: reviewed, others: others, lambda: lambda)?.estimate
    }
    func interval(_ lambda: Double?) -> Value {
      Value(estimate(lambda)?.interval(confidence: 1 - alpha))
    }
    return [
      "classical_mean": Value(estimate(0)?.value), "classical_ci": interval(0),
      "ppi_point_lam1": Value(estimate(1)?.value), "ppi_ci_lam1": interval(1),
      "ppipp_point": Value(estimate(nil)?.value), "ppipp_ci": interval(nil),
      "by_hand_ci_lam1_ddof0": interval(1),
    ]
  }

  static func calibration(_ inputs: Value) -> Value {
    var calibration = Calibration(bins: inputs["bins"].optional.map { Int($0) } ?? 15)
    for (confidence, outcome) in zip(inputs["confidence"].doubles, inputs["correct"].doubles) {
      calibration.add(confidence: confidence, outcome: outcome)
    }
    let bins = calibration.bins.enumerated().filter { $0.element.count > 0 }.map { place, bin in
      Value([Double(place + 1), Double(bin.count), bin.accuracy, bin.confidence])
    }
    return [
      "ece": Value(calibration.bins.expectedCalibrationError),
      "mce": Value(calibration.bins.maximumCalibrationError), "bins": .list(bins),
      "brier": Value(calibration.brierScore), "log_loss": Value(calibration.logLoss),
    ]
  }
}
