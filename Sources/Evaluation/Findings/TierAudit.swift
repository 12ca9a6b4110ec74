import Predictions
import Statistics

/// Whether tiers sort by difficulty: if people find no fewer errors in what is called easy, nothing may
/// be left alone because it is called so.
package struct TierAudit: Encodable, Sendable {
  /// What the reviews say about it.
  package enum Order: String, Encodable, Sendable {
    /// The easiest tier has fewer errors than the hardest, by more than chance explains.
    case cleaner
    /// It has fewer, but so few reviews could show that by chance.
    case open
    case notCleaner = "not-cleaner"
  }

  /// One of the two tiers that are compared.
  package struct Side: Encodable, Sendable {
    package let tier: String
    package let events: Double
    package let n: Int
  }

  package let order: Order
  package let easiest: Side
  package let hardest: Side
  /// The wrong rate of the hardest tier minus that of the easiest.
  package let difference: Double
  /// Of the difference: the method of recovered variances over both modified Wilson intervals.
  package let low: Double
  package let high: Double
  /// Of no trend over all tiers, by Cochran and Armitage; absent where it is undefined.
  package let trend: Double?
  /// The same in words.
  package private(set) var sentence: String

  /// Nothing where fewer than two rated tiers were looked at.
  init?(_ evaluation: RunEvaluation) {
    let cells = evaluation.cells
    let found = evaluation.sample.judged(tiers: cells.tiers.count)
    let tiers = cells.tiers.indices.filter {
      cells.tiers[$0] != .unrated && found[$0].judged > 0
    }
    guard let first = tiers.first, let last = tiers.last, first != last else { return nil }
    func proportion(_ tier: Int) -> Proportion {
      Proportion(
        events: min(found[tier].wrong, Double(found[tier].judged)), of: found[tier].judged,
        population: max(found[tier].judged, cells.count(tier: tier)))
    }
    let pair = TwoProportions(proportion(last), proportion(first))
    let confidence = Rate.usualConfidence(soFar: evaluation.sample.isSoFar)
    guard let difference = pair.difference,
      let interval = pair.mover({ $0.modifiedWilson(confidence: confidence) })
    else { return nil }
    self.difference = difference
    (low, high) = (interval.low, interval.high)
    easiest = Side(cells.tiers[first], found[first])
    hardest = Side(cells.tiers[last], found[last])
    trend = TrendTest(tiers.map(proportion))?.result.p
    order = difference <= 0 ? .notCleaner : low > 0 ? .cleaner : .open
    sentence = ""
    sentence = words(calling: easiest.tier, hardest.tier)
  }

  /// The sentence with other names for the two tiers, for whoever marks what comes from a file.
  package func words(calling easy: String, _ hard: String) -> String {
    let counts = "\(easiest.words) wrong against \(hardest.words)"
    return switch order {
    case .cleaner: "\(easy) is cleaner than \(hard): \(counts)."
    case .open:
      "\(easy) looks cleaner than \(hard), \(counts), but chance could do that: "
        + "more reviews are needed before \(easy) is left alone."
    case .notCleaner:
      "\(easy) is not \(high > 0 ? "shown to be " : "")cleaner than \(hard): "
        + "\(counts). Leave nothing alone because it is called \(easy)."
    }
  }
}

extension TierAudit.Side {
  init(_ tier: Tier, _ found: JudgedItems) {
    self.init(tier: tier.name, events: found.wrong, n: found.judged)
  }

  /// `6 of 41`
  fileprivate var words: String { "\(CountWords.text(events)) of \(n)" }
}
