/// Which targets are probably wrong, from the probabilities that a model gives to every label.
///
/// C. G. Northcutt, L. Jiang and I. L. Chuang, "Confident Learning: Estimating Uncertainty in Dataset
/// Labels", Journal of Artificial Intelligence Research 70 (2021).
package struct ConfidentJoint: Sendable {
  /// The given label and the probability of each label, of one prediction.
  package typealias Prediction = (label: Int, probabilities: [Double])

  private let predictions: [Prediction]

  /// The mean probability of each label where it was given; absent where it never was.
  package let thresholds: [Double?]

  /// Rows are given labels, columns what the model says with confidence: the most probable of the
  /// labels whose probability reaches the threshold, section 3.1, eq. 1. Others do not count.
  package let counts: [[Int]]

  /// Every prediction has a probability for each of the `labels`. Time in proportion to both.
  /// Undefined where a probability is not finite.
  package init?(_ predictions: [Prediction], labels: Int) {
    precondition(
      predictions.allSatisfy { $0.probabilities.count == labels && $0.label < labels },
      "not a probability for every label")
    guard predictions.allSatisfy({ $0.probabilities.allSatisfy(\.isFinite) }) else { return nil }
    let thresholds = (0..<labels).map { label in
      Moments(predictions.filter { $0.label == label }.map { $0.probabilities[label] }).mean
    }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: labels), count: labels)
    for (label, probabilities) in predictions {
      let confident = (0..<labels).filter { other in
        thresholds[other].map { probabilities[other] >= $0 } ?? false
      }
      if let said = confident.max(by: { probabilities[$0] < probabilities[$1] }) {
        counts[label][said] += 1
      }
    }
    self.predictions = predictions
    self.thresholds = thresholds
    self.counts = counts
  }

  /// The share of each given and true label together: each row scaled to how often its label was given,
  /// and all to 1; section 3.1, eq. 3. A row that is empty agrees with itself.
  package var joint: [[Double]] {
    let given = counts.indices.map { label in predictions.count { $0.label == label } }
    return counts.enumerated().map { label, row in
      let sum = row.reduce(0, +)
      guard sum > 0 else {
        return row.indices.map { $0 == label ? share(given[label]) : 0 }
      }
      return row.map { Double($0) / Double(sum) * share(given[label]) }
    }
  }

  /// How probable each label is in truth: the sums of the joint's columns.
  package var trueShares: [Double] {
    counts.indices.map { column in ExactSum(joint.map { $0[column] }).value }
  }

  /// The probability of each given label, a row, where a column's label is true. Absent where a label is
  /// never true.
  package var noise: [[Double?]] {
    let trueShares = trueShares
    return joint.map { row in
      row.indices.map { trueShares[$0] > 0 ? row[$0] / trueShares[$0] : nil }
    }
  }

  private func share(_ count: Int) -> Double { Double(count) / Double(predictions.count) }
}

extension ConfidentJoint {
  /// The places of the predictions whose label is probably wrong, by noise rate; section 3.2.
  ///
  /// For each pair of labels as many as the joint says, those of which the other label's probability
  /// exceeds the given one's most. A label that is the most probable one anyway is none of them.
  package var issues: [Int] {
    let joint = joint
    var places: Set<Int> = []
    for given in counts.indices {
      for other in counts.indices where other != given {
        let count = Int((joint[given][other] * Double(predictions.count)).rounded())
        let candidates = predictions.indices.filter { predictions[$0].label == given }
        let margins = candidates.map {
          (place: $0, margin: predictions[$0].probabilities[other] - probability(at: $0))
        }
        let worst = margins.sorted {
          $0.margin == $1.margin ? $0.place < $1.place : $0.margin > $1.margin
        }
        places.formUnion(worst.prefix(count).map(\.place))
      }
    }
    return places.filter { probability(at: $0) < predictions[$0].probabilities.max() ?? 0 }.sorted()
  }

  /// The probability of the given label of each prediction: low where it is suspicious.
  package var selfConfidence: [Double] { predictions.indices.map(probability) }

  /// (p(given) − largest other + 1)/2 of each prediction, from 0 to 1; below one half another label is
  /// more probable. Absent with a single label.
  package var normalisedMargins: [Double?] {
    predictions.map { label, probabilities in
      let others = probabilities.indices.filter { $0 != label }.map { probabilities[$0] }
      return others.max().map { (probabilities[label] - $0 + 1) / 2 }
    }
  }

  private func probability(at place: Int) -> Double {
    predictions[place].probabilities[predictions[place].label]
  }
}
