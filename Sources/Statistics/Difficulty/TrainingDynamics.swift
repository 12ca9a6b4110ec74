/// What became of one prediction over the epochs of a training, or over several models.
///
/// S. Swayamdipta, R. Schwartz, N. Lourie, Y. Wang, H. Hajishirzi, N. A. Smith and Y. Choi, "Dataset
/// Cartography: Mapping and Diagnosing Datasets with Training Dynamics", EMNLP (2020), section 2.
package struct TrainingDynamics: Sendable {
  private let moments: Moments
  private let correct: [Bool]

  /// Per epoch the probability of the right label, and whether the label was right.
  package init(probabilities: [Double], correct: [Bool]) {
    moments = Moments(probabilities)
    self.correct = correct
  }

  /// The mean probability. Undefined without epochs, like all of these but the last.
  package var confidence: Double? { moments.mean }

  /// The standard deviation of the probabilities, over n and not n − 1: high where ambiguous.
  package var variability: Double? { moments.populationVariance?.squareRoot() }

  /// √(σ² + σ⁴/(n − 1)): the variability with what few epochs leave open. Undefined of one epoch.
  package var cautiousVariability: Double? {
    guard let variance = moments.populationVariance, moments.count > 1 else { return nil }
    return (variance + variance * variance / Double(moments.count - 1)).squareRoot()
  }

  /// The share of epochs in which the label was right.
  package var correctness: Double? {
    correct.isEmpty ? nil : Double(correct.count { $0 }) / Double(correct.count)
  }

  /// c(1 − c) of the confidence: highest at one half.
  package var thresholdCloseness: Double? { confidence.map { $0 * (1 - $0) } }

  /// How often what was right became wrong: M. Toneva and others, "An Empirical Study of Example
  /// Forgetting during Deep Neural Network Learning", ICLR (2019). Absent where it never was right.
  package var timesForgotten: Int? {
    guard correct.contains(true) else { return nil }
    return zip(correct, correct.dropFirst()).count { $0 && !$1 }
  }
}
