import Statistics

/// How many more to look at until the interval of a finished draw reaches no further than wanted to
/// each side.
package struct MoreReviews: Encodable, Sendable {
  /// The tier; absent for the whole run.
  package let tier: String?
  /// Drawn items that were judged.
  package let reviewed: Int
  /// The wanted half width.
  package let margin: Double
  /// At the rate seen so far; where nothing was seen, at a rate of one half, which asks for most.
  package let more: Int
}

extension [MoreReviews] {
  /// For the whole run and for every tier that has items.
  init(_ evaluation: RunEvaluation, margin: Double) {
    let cells = evaluation.cells
    let found = evaluation.sample.judged(tiers: cells.tiers.count)
    let tiers = cells.tiers.indices.filter { cells.count(tier: $0) > 0 }
    let proportions = tiers.map { tier in
      Proportion(
        events: Swift.min(found[tier].wrong, Double(found[tier].judged)), of: found[tier].judged,
        population: Swift.max(found[tier].judged, cells.count(tier: tier)))
    }
    let seen = proportions.filter { $0.trials > 0 }
    let whole = Growth(
      strata: evaluation.sample.isStratified && !seen.isEmpty
        ? seen : [Proportion(sum: proportions)])
    self =
      [
        MoreReviews(
          tier: nil, reviewed: whole.trials, margin: margin, more: whole.more(until: margin))
      ]
      + zip(tiers, proportions).map { tier, proportion in
        MoreReviews(
          tier: cells.tiers[tier].name, reviewed: proportion.trials, margin: margin,
          more: Growth(strata: [proportion]).more(until: margin))
      }
  }
}

/// A sample that grows at the rates seen so far, each stratum by its share.
private struct Growth {
  let strata: [Proportion]

  var trials: Int { strata.reduce(0) { $0 + $1.trials } }
  private var population: Int { strata.reduce(0) { $0 + ($1.population ?? 0) } }

  /// The least number that makes the interval narrow enough; a whole population always does.
  func more(until margin: Double) -> Int {
    guard strata.allSatisfy({ $0.trials > 0 }) else {
      let needed = SampleSize.halfWidth(margin, population: population) ?? Double(population)
      return max(0, Int(needed.rounded(.up)) - trials)
    }
    var low = 0
    var high = population - trials
    while low < high {
      let middle = (low + high) / 2
      if reach(with: middle) <= margin { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// How far the interval reaches from the rate, to the side where it reaches farther.
  private func reach(with more: Int) -> Double {
    let factor = 1 + Double(more) / Double(trials)
    let grown = strata.map { stratum in
      let population = stratum.population ?? .max
      let n = min(population, Int((Double(stratum.trials) * factor).rounded()))
      let rate = stratum.rate ?? 0
      return Proportion(events: min(Double(n), rate * Double(n)), of: n, population: population)
    }
    let whole = StratifiedProportion(grown)
    let interval = grown.count == 1 ? grown[0].modifiedWilson() : whole.mover()
    guard let interval, let rate = whole.rate else { return 1 }
    return max(rate - interval.low, interval.high - rate)
  }
}

extension Proportion {
  fileprivate init(sum strata: [Proportion]) {
    self.init(
      events: strata.reduce(0) { $0 + $1.events }, of: strata.reduce(0) { $0 + $1.trials },
      population: strata.reduce(0) { $0 + ($1.population ?? 0) })
  }
}
