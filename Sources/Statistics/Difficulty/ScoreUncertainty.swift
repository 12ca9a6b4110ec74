/// How undecided a model is, by the probabilities it gives to the labels of one prediction.
///
/// B. Settles, "Active Learning Literature Survey" (2009), section 3.1.
package struct ScoreUncertainty: Hashable, Sendable {
  /// One for each label, of sum 1.
  package let probabilities: [Double]

  /// The probabilities of all labels. Undefined where one is not within 0 and 1.
  package init?(_ probabilities: [Double]) {
    guard probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
    self.probabilities = probabilities
  }

  /// 1 minus the largest. Undefined without labels.
  package var leastConfidence: Double? { probabilities.max().map { 1 - $0 } }

  /// The largest minus the second: small where two labels compete. Undefined of fewer than two.
  package var margin: Double? {
    let descending = probabilities.sorted(by: >)
    return descending.count > 1 ? descending[0] - descending[1] : nil
  }

  /// −Σp log p in nats, 0 log 0 being 0. Undefined without labels.
  package var entropy: Double? {
    guard !probabilities.isEmpty else { return nil }
    let terms = probabilities.map { $0 > 0 ? -$0 * Elementary.log($0) : 0 }
    return ExactSum(terms).value.finite
  }

  /// The entropy over its largest possible, log of the number of labels. Undefined of fewer than two.
  package var normalisedEntropy: Double? {
    guard probabilities.count > 1, let entropy else { return nil }
    return entropy / Elementary.log(Double(probabilities.count))
  }
}
