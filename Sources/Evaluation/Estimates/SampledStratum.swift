import Statistics

/// Some items of a kind: how many there are, how many were judged, and of these the events.
struct SampledStratum {
  let events: Double
  let trials: Int
  let population: Int

  init(events: Double, trials: Int, population: Int) {
    self.events = events
    self.trials = trials
    // Rows that came since the items were counted are not worth a crash.
    self.population = max(trials, population)
  }

  init(sum: [SampledStratum]) {
    self.init(
      events: sum.reduce(0) { $0 + $1.events }, trials: sum.reduce(0) { $0 + $1.trials },
      population: sum.reduce(0) { $0 + $1.population })
  }

  var proportion: Proportion {
    Proportion(events: min(events, Double(trials)), of: trials, population: population)
  }

  func adding(events more: Int, of missing: Int) -> SampledStratum {
    SampledStratum(events: events + Double(more), trials: trials + missing, population: population)
  }

  func with(events: Double) -> SampledStratum {
    SampledStratum(events: events, trials: trials, population: population)
  }
}

extension Rate {
  /// Of strata that are all there is, by what was found in the drawn items of each; nothing where
  /// nobody looked.
  init?(
    _ finding: Finding, in strata: [(found: JudgedItems, population: Int)], soFar: Bool
  ) {
    let known = strata.map {
      SampledStratum(
        events: finding.events(in: $0.found), trials: finding.trials(in: $0.found),
        population: $0.population)
    }
    self.init(known, soFar: soFar)
    if finding == .upsetting {
      count(passedUnseen: strata.map(\.found), in: known) { Rate($0, soFar: soFar) }
    }
  }

  private init?(_ strata: [SampledStratum], soFar: Bool) {
    if let only = strata.first, strata.count == 1 {
      self.init(sample: only.proportion, soFar: soFar)
    } else {
      self.init(strata: StratifiedProportion(strata.map(\.proportion)), soFar: soFar)
    }
  }
}

extension RunEstimator {
  /// What counts by its items: of each tier one stratum, or all as one where tiers were not drawn apart.
  ///
  /// Where nobody looked at one of a part's tiers, those that were drawn alike are taken as one, which
  /// leaves nothing to weigh among them; a tier so small that its one item is more than its share stays
  /// by itself. Tiers that were not drawn alike stay apart, and the part may have no rate.
  func weighed(_ strata: [SampledStratum]) -> [SampledStratum] {
    let present = tiers.filter { strata[$0].population > 0 }
    guard sample.isStratified, present.count > 1 else { return [SampledStratum(sum: strata)] }
    let small = smallTiers
    let others = present.filter { !small.contains($0) }
    guard others.contains(where: { strata[$0].trials == 0 }), isProportional(besides: small) else {
      return present.map { strata[$0] }
    }
    return [SampledStratum(sum: others.map { strata[$0] })]
      + present.filter(small.contains).map { strata[$0] }
  }

  /// Tiers of which a draw in proportion would have taken less than one item, and took no more.
  private var smallTiers: Set<Int> {
    let judged = sample.judged(tiers: tiers.count)
    let whole = Double(judged.reduce(0) { $0 + $1.lookedAt }) / Double(max(1, cells.count))
    return Set(
      tiers.filter { judged[$0].lookedAt <= 1 && whole * Double(cells.count(tier: $0)) < 1 })
  }

  /// The other tiers were drawn in about the shares that they have.
  private func isProportional(besides small: Set<Int>) -> Bool {
    let judged = sample.judged(tiers: tiers.count)
    let shares = tiers.filter { cells.count(tier: $0) > 0 && !small.contains($0) }.map {
      Double(judged[$0].lookedAt) / Double(cells.count(tier: $0))
    }
    guard let least = shares.min(), let most = shares.max() else { return false }
    return least > 0 && most <= Self.likeShares * least
  }

  /// So far may the shares of two tiers lie apart, from rounding to whole items, to count as alike.
  private static let likeShares = 1.5
}
