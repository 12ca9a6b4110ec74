import Predictions
import Statistics

/// Whether the model is right as often as it is sure: by the run's own metric, and by people.
package struct ModelCalibration: Encodable, Sendable {
  /// Predictions of about the same confidence.
  package struct Bin: Encodable, Sendable {
    package let low: Double
    package let high: Double
    package let n: Int
    /// The share of all that fall into it.
    package let share: Double
    /// How often they were right; absent where there are none.
    package let accuracy: Double?
    package let confidence: Double?
  }

  /// Confidence against one kind of answer.
  package struct Curve: Encodable, Sendable {
    /// The expected calibration error.
    package let error: Double
    package let n: Int
    package let bins: [Bin]
  }

  /// How many verdicts of each kind fall into a bin.
  package struct VerdictBin: Encodable, Sendable {
    package let low: Double
    package let high: Double
    package let ok: Double
    package let wrong: Double
    package let unsure: Double
  }

  /// By the run's own metric, over every item.
  package let automatic: Curve?
  /// By the verdicts on drawn items, weighted by tier; who can't tell is left out.
  package let verdicts: Curve?
  /// The confidences of drawn items by their verdicts, as counts.
  package let byVerdict: [VerdictBin]

  /// Nothing where no item has a confidence.
  init?(_ confidence: RunConfidence, _ evaluation: RunEvaluation) {
    guard confidence.known > 0 else { return nil }
    automatic = Curve(confidence.automatic)
    let items = evaluation.sample.items.filter { !$0.confidence.isNaN && $0.value.isJudged }
    verdicts = Self.verdicts(items.filter { $0.value.unsure == 0 }, evaluation)
    byVerdict = Self.histogram(items)
  }

  /// Tiers count by their items, since a draw may have taken more of some.
  private static func verdicts(
    _ items: [RunSample.Item], _ evaluation: RunEvaluation
  ) -> Curve? {
    let cells = evaluation.cells
    guard evaluation.sample.isStratified else {
      return Curve([(weight: 1, calibration: calibration(of: items))])
    }
    return Curve(
      cells.tiers.indices.map { tier in
        let found = calibration(of: items.filter { $0.tier == tier })
        let weight = Double(cells.count(tier: tier)) / Double(max(1, found.count))
        return (weight, found)
      })
  }

  private static func calibration(of items: [RunSample.Item]) -> Calibration {
    items.reduce(into: Calibration()) {
      $0.add(confidence: $1.confidence, outcome: 1 - $1.value.wrong)
    }
  }

  private static func histogram(_ items: [RunSample.Item]) -> [VerdictBin] {
    guard !items.isEmpty else { return [] }
    // The same bins for each kind: what counts in one of them is how many there are.
    let all = calibration(of: items)
    return all.bins.indices.map { place in
      let range = all.bins[place].range
      let found = items.filter {
        ($0.confidence > range.lowerBound || place == 0) && $0.confidence <= range.upperBound
      }
      let wrong = found.reduce(0) { $0 + $1.value.wrong }
      let unsure = found.reduce(0) { $0 + $1.value.unsure }
      return VerdictBin(
        low: range.lowerBound, high: range.upperBound,
        ok: max(0, Double(found.count) - wrong - unsure), wrong: wrong, unsure: unsure)
    }
  }
}

extension ModelCalibration.Curve {
  init?(_ calibration: Calibration) { self.init([(1, calibration)]) }

  /// Of groups that weigh differently, per prediction; nothing without predictions.
  init?(_ groups: [(weight: Double, calibration: Calibration)]) {
    n = groups.reduce(0) { $0 + $1.calibration.count }
    let whole = groups.reduce(0) { $0 + $1.weight * Double($1.calibration.count) }
    guard n > 0, whole > 0, let first = groups.first else { return nil }
    bins = first.calibration.bins.indices.map { place in
      let parts = groups.map { (weight: $0.weight, bin: $0.calibration.bins[place]) }
      let weight = parts.reduce(0) { $0 + $1.weight * Double($1.bin.count) }
      func mean(_ number: (ReliabilityBin) -> Double?) -> Double? {
        guard weight > 0 else { return nil }
        return parts.reduce(0) { $0 + $1.weight * Double($1.bin.count) * (number($1.bin) ?? 0) }
          / weight
      }
      let range = first.calibration.bins[place].range
      return ModelCalibration.Bin(
        low: range.lowerBound, high: range.upperBound, n: parts.reduce(0) { $0 + $1.bin.count },
        share: weight / whole, accuracy: mean(\.accuracy), confidence: mean(\.confidence))
    }
    error = bins.reduce(0) { sum, bin in
      guard let accuracy = bin.accuracy, let confidence = bin.confidence else { return sum }
      return sum + bin.share * abs(accuracy - confidence)
    }
  }
}
