import Predictions
import Statistics

/// What could run without people: the largest share of a run that can be handled automatically at a
/// leak that the team accepts.
///
/// The leak is the share of what is handled so that people call wrong or upsetting. Cuts are fixed, at
/// most ten, and tested from the most confident down until one fails; see ``Statistics/SafeCut``. A cut
/// with too few reviews to pass even without any error is not tested: that depends on how many were
/// drawn, and on no verdict. Where a draw took its items by tier, the bounds of the tiers are weighted
/// and share the error among them, so they hold together.
package struct Automation: Encodable, Sendable {
  /// What is handled automatically up to one cut.
  package struct Cut: Encodable, Sendable {
    /// `confidence ≥ .9`, or the tiers up to this one.
    package let name: String
    /// The least confidence, where confidence decides.
    package let confidence: Double?
    /// Items of the run, and their share of it.
    package let items: Int
    package let share: Double
    package let events: Double
    package let n: Int
    /// The exact one-sided bound of the leak; absent where nobody looked.
    package let upper: Double?
    /// Absent where it was not tested.
    package let passes: Bool?
  }

  /// The confidences at which cuts lie.
  static let confidences = [0.99, 0.98, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0]

  private static let mostCuts = 10

  package let leak: Double
  package let confidence: Double
  package let cuts: [Cut]
  /// The last cut that passed.
  package let widest: Cut?
  /// Reviews without any error that a cut needs to pass.
  package let needed: Int?

  /// Nothing where neither a confidence nor tiers sort the items, or nothing was drawn.
  init?(_ evaluation: RunEvaluation, _ confidences: RunConfidence, leak: Double) {
    let groups =
      confidences.known > 0
      ? Self.byConfidence(evaluation, confidences) : Self.byTier(evaluation)
    let confidence = Rate.usualConfidence(soFar: evaluation.sample.isSoFar)
    guard !groups.isEmpty, !evaluation.sample.isEmpty else { return nil }
    let needed = SampleSize.withoutEvents(below: leak, confidence: confidence)
    var isOpen = true
    cuts = groups.prefix(Self.mostCuts).map { group in
      let sample = group.sample(evaluation, confidence: confidence)
      let canPass = isOpen && (sample.least ?? 1) <= leak
      let passes = canPass ? (sample.upper ?? 1) <= leak : nil
      if passes == false { isOpen = false }
      return Cut(
        name: group.name, confidence: group.least, items: group.items,
        share: Double(group.items) / Double(max(1, evaluation.items)), events: sample.events,
        n: sample.n, upper: sample.upper, passes: passes)
    }
    self.leak = leak
    self.confidence = confidence
    self.needed = needed
    widest = cuts.last { $0.passes == true }
  }

  private static func byConfidence(
    _ evaluation: RunEvaluation, _ counts: RunConfidence
  ) -> [Group] {
    confidences.enumerated().map { place, least in
      Group(
        name: least > 0 ? "confidence ≥ \(least.formattedShare)" : "any confidence", least: least,
        populations: counts.atLeast.map { $0[place] }, isIn: { $0.confidence >= least })
    }
  }

  /// The easiest tier, then with it the next, and so on; what nothing rated stays with people.
  private static func byTier(_ evaluation: RunEvaluation) -> [Group] {
    let cells = evaluation.cells
    let rated = cells.tiers.indices.filter { cells.tiers[$0] != .unrated }
    guard rated.count > 1 else { return [] }
    return rated.indices.map { last in
      let taken = Set(rated[...last])
      let names = rated[...last].map { cells.tiers[$0].name }
      return Group(
        name: names.joined(separator: ", "), least: nil,
        populations: cells.tiers.indices.map { taken.contains($0) ? cells.count(tier: $0) : 0 },
        isIn: { taken.contains($0.tier) })
    }
  }

  /// What would be handled up to a cut. Of its sample `least` is the bound without any event.
  private struct Group {
    let name: String
    let least: Double?
    let populations: [Int]
    let isIn: (RunSample.Item) -> Bool

    var items: Int { populations.reduce(0, +) }

    func sample(
      _ evaluation: RunEvaluation, confidence: Double
    ) -> (events: Double, n: Int, upper: Double?, least: Double?) {
      var found = populations.map { _ in (events: 0.0, n: 0) }
      for item in evaluation.sample.items where item.value.isJudged && isIn(item) {
        found[item.tier].n += 1
        found[item.tier].events += item.value.isUpsetting ? 1 : item.value.wrong
      }
      let events = found.reduce(0) { $0 + $1.events }
      let n = found.reduce(0) { $0 + $1.n }
      func bound(_ found: [(events: Double, n: Int)]) -> Double? {
        if evaluation.sample.isStratified { return weighted(found, confidence) }
        let events = found.reduce(0) { $0 + $1.events }
        return Proportion(events: min(events, Double(n)), of: n)
          .exactUpperBound(confidence: confidence)
      }
      return (events, n, bound(found), bound(found.map { (events: 0, n: $0.n) }))
    }

    private func weighted(_ found: [(events: Double, n: Int)], _ confidence: Double) -> Double? {
      let tiers = populations.indices.filter { populations[$0] > 0 }
      guard !tiers.isEmpty else { return nil }
      let each = Multiplicity.simultaneous(confidence: confidence, of: tiers.count)
      return tiers.reduce(0) { sum, tier in
        let sample = Proportion(
          events: min(found[tier].events, Double(found[tier].n)), of: found[tier].n)
        // Of a tier that nobody looked at all may be wrong.
        return sum + Double(populations[tier]) / Double(max(1, items))
          * (sample.exactUpperBound(confidence: each) ?? 1)
      }
    }
  }
}

extension Double {
  /// `.95`, as probabilities are written.
  fileprivate var formattedShare: String {
    let text = "\(self)"
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }
}
