@testable import Statistics

extension Answers {
  static func uncertainty(_ inputs: Value) -> Value {
    let scores = inputs["probabilities"].list.compactMap { ScoreUncertainty($0.doubles) }
    return [
      "least_confidence": Value(scores.map(\.leastConfidence)),
      "margin": Value(scores.map(\.margin)), "entropy": Value(scores.map(\.entropy)),
      "entropy_normalised": Value(scores.map(\.normalisedEntropy)),
    ]
  }

  static func cartography(_ inputs: Value) -> Value {
    let correct = inputs["correct"].list.map { $0.ints.map { $0 == 1 } }
    let maps = zip(inputs["gold_probability"].list.map(\.doubles), correct).map {
      TrainingDynamics(probabilities: $0, correct: $1)
    }
    func order(_ key: (TrainingDynamics) -> Double?) -> Value {
      Value(maps.indices.sorted { key(maps[$0]) ?? 0 < key(maps[$1]) ?? 0 })
    }
    return [
      "confidence": Value(maps.map(\.confidence)), "variability": Value(maps.map(\.variability)),
      "variability_with_ci": Value(maps.map(\.cautiousVariability)),
      "correctness": Value(maps.map(\.correctness)),
      "correctness_count": Value(correct.map { $0.count { $0 } }),
      "threshold_closeness": Value(maps.map(\.thresholdCloseness)),
      // The reference writes 1000 where something was never right.
      "forgetting": Value(maps.map { $0.timesForgotten ?? 1000 }),
      "order_ambiguous_desc_variability": order { $0.variability.map { -$0 } },
      "order_hard_asc_confidence": order(\.confidence),
    ]
  }

  static func confidentLearning(_ inputs: Value) -> Value {
    let probabilities = inputs["pred_probs"].list.map(\.doubles)
    let predictions = zip(inputs["labels"].ints, probabilities).map {
      (label: $0, probabilities: $1)
    }
    guard let joint = ConfidentJoint(predictions, labels: probabilities[0].count) else {
      return .number(nil)
    }
    return [
      "thresholds": Value(joint.thresholds),
      "confident_joint": .list(joint.counts.map { Value($0) }),
      "confident_joint_calibrated": .list(
        joint.joint.map { Value($0.map { $0 * Double(predictions.count) }) }),
      "joint": .list(joint.joint.map { Value($0) }), "py": Value(joint.trueShares),
      "noise_matrix": .list(joint.noise.map { Value($0) }),
      "issues_prune_by_noise_rate": Value(joint.issues),
      "self_confidence": Value(joint.selfConfidence),
      "normalized_margin": Value(joint.normalisedMargins),
    ]
  }

  static func errorRates(_ inputs: Value) -> Value {
    let responses = inputs["responses"]
    let items = responses.keys.compactMap(Int.init).sorted().map { responses[String($0)] }
    return errorRates(items.map { item in item.keys.sorted().map { item[$0].ints } })
  }

  static func errorRatesOfRows(_ inputs: Value) -> Value {
    var items: [Int: [[Int]]] = [:]
    for row in inputs["rows"].list.map(\.list) {
      items[row[0].int, default: []].append([row[2].int])
    }
    return errorRates(items.sorted { $0.key < $1.key }.map(\.value))
  }

  /// Of each rater's ratings of each item, categories counted from 1.
  private static func errorRates(_ ratings: [[[Int]]]) -> Value {
    let categories = ratings.joined().joined().max() ?? 0
    let model = ErrorRateModel(
      ratings.map { raters in
        raters.map { given in (1...categories).map { category in given.count { $0 == category } } }
      })
    return [
      "class_marginals": Value(model?.shares ?? []),
      "error_rates": .list((model?.errorRates ?? []).map { .list($0.map { Value($0) }) }),
      "log_likelihood": Value(model?.logLikelihood),
      "posterior": .list((model?.probabilities ?? []).map { Value($0) }),
    ]
  }
}
