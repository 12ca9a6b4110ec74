/// Predictions of about the same confidence: how often they were right, and how sure the model was.
package struct ReliabilityBin: Sendable {
  /// The confidences that fall into it, the lower end excluded but for 0.
  package let range: ClosedRange<Double>

  /// How many predictions fell into it.
  package private(set) var count = 0
  private var outcomes = ExactSum()
  private var confidences = ExactSum()

  init(range: ClosedRange<Double>) {
    self.range = range
  }

  mutating func add(confidence: Double, outcome: Double) {
    count += 1
    outcomes.add(outcome)
    confidences.add(confidence)
  }

  mutating func add(_ other: ReliabilityBin) {
    count += other.count
    outcomes.add(other.outcomes)
    confidences.add(other.confidences)
  }

  /// The mean outcome. Undefined of an empty bin.
  package var accuracy: Double? { count > 0 ? outcomes.value / Double(count) : nil }

  /// The mean confidence. Undefined of an empty bin.
  package var confidence: Double? { count > 0 ? confidences.value / Double(count) : nil }

  /// Accuracy minus confidence: below 0 where the model is too sure. Undefined of an empty bin.
  package var gap: Double? {
    guard let accuracy, let confidence else { return nil }
    return accuracy - confidence
  }
}

extension Sequence<ReliabilityBin> {
  /// Σ nₘ/n |accuracy − confidence|: C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, "On Calibration of
  /// Modern Neural Networks", ICML (2017), eq. 3. Undefined without predictions.
  package var expectedCalibrationError: Double? {
    var sum = ExactSum()
    var count = 0
    for bin in self {
      count += bin.count
      if let gap = bin.gap { sum.add(Double(bin.count) * abs(gap)) }
    }
    return count > 0 ? sum.value / Double(count) : nil
  }

  /// The largest |accuracy − confidence| of a bin: Guo et al. 2017, eq. 5. Undefined likewise.
  package var maximumCalibrationError: Double? { compactMap(\.gap).map(abs).max() }
}
