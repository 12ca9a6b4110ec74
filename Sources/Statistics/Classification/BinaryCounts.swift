/// How often a model said yes and no where the answer was yes and no.
///
/// Every measure is a share of what it divides by, and absent where that is nothing.
package struct BinaryCounts: Hashable, Sendable {
  /// Said yes, is yes.
  package var truePositive = 0

  /// Said yes, is no.
  package var falsePositive = 0

  /// Said no, is yes.
  package var falseNegative = 0

  /// Said no, is no.
  package var trueNegative = 0

  /// Of nothing yet.
  package init() {}

  /// Counts one answer.
  package mutating func add(predicted: Bool, actual: Bool) {
    switch (predicted, actual) {
    case (true, true): truePositive += 1
    case (true, false): falsePositive += 1
    case (false, true): falseNegative += 1
    case (false, false): trueNegative += 1
    }
  }

  /// Right ÷ all.
  package var accuracy: Double? {
    share(
      truePositive + trueNegative, of: truePositive + trueNegative + falsePositive + falseNegative)
  }

  /// Right yes ÷ said yes.
  package var precision: Double? { share(truePositive, of: truePositive + falsePositive) }

  /// Right yes ÷ is yes.
  package var recall: Double? { share(truePositive, of: truePositive + falseNegative) }

  /// Right no ÷ is no.
  package var specificity: Double? { share(trueNegative, of: trueNegative + falsePositive) }

  /// 2 right yes ÷ (said yes + is yes): C. J. van Rijsbergen, "Information Retrieval" (1979).
  package var f1: Double? {
    share(2 * truePositive, of: 2 * truePositive + falsePositive + falseNegative)
  }

  /// The mean of recall and specificity.
  package var balancedAccuracy: Double? {
    guard let recall, let specificity else { return nil }
    return (recall + specificity) / 2
  }

  /// The correlation of what was said with what is: B. W. Matthews (1975). Absent where one of both is
  /// always the same.
  package var matthewsCorrelation: Double? {
    let margins = [
      truePositive + falsePositive, truePositive + falseNegative, trueNegative + falsePositive,
      trueNegative + falseNegative,
    ]
    let product = margins.reduce(1) { $0 * Double($1) }
    guard product > 0 else { return nil }
    let right = Double(truePositive) * Double(trueNegative)
    let wrong = Double(falsePositive) * Double(falseNegative)
    return (right - wrong) / product.squareRoot()
  }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
