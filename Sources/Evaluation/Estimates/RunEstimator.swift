import Predictions
import Statistics

/// Rates of a run and of its parts, from a sample of it and the numbers of items that there are.
package struct RunEstimator: Sendable {
  /// Post-stratification on the automatic result asks for this many judged items of every kind: fewer
  /// would make the interval wider, not narrower.
  package static let leastPerResult = 5

  package let cells: RunCells
  package let sample: RunSample

  package init(_ cells: RunCells, _ sample: RunSample) {
    self.cells = cells
    self.sample = sample
  }

  var tiers: Range<Int> { cells.tiers.indices }

  /// The rate of one tier; nothing where nobody looked at it.
  package func rate(_ finding: Finding, tier: Int) -> Rate? {
    part(finding, missing: { $0 == tier ? sample.missing[$0] : 0 }, of: { $0.tier == tier }) {
      $0 == tier ? cells.count(tier: $0) : 0
    }
  }

  /// The rate of the items that have a value of a segment, by its code.
  ///
  /// - Parameter confidence: of the interval, where it is one of many that shall hold together.
  package func rate(
    _ finding: Finding, segment: Int, code: Int, confidence: Double? = nil
  ) -> Rate? {
    part(
      finding, missing: { _ in 0 }, of: { $0.segments[segment] == code }, confidence: confidence
    ) {
      cells.count(tier: $0, segment: segment, code: code)
    }
  }

  /// The rate of any part of the run, of which is known how many items of each tier belong to it.
  package func rate(
    _ finding: Finding, of populations: [Int], confidence: Double? = nil,
    where isWanted: (RunSample.Item) -> Bool
  ) -> Rate? {
    part(finding, missing: { _ in 0 }, of: isWanted, confidence: confidence) { populations[$0] }
  }

  /// The rate of the whole run.
  package func rate(_ finding: Finding) -> Rate? {
    postStratified(finding)
      ?? part(finding, missing: { sample.missing[$0] }, of: { _ in true }) { cells.count(tier: $0) }
  }

  /// What the metric missed: of the items that it calls correct, those that people call wrong or
  /// upsetting.
  package var missed: Rate? {
    let found = sample.items.filter {
      $0.result == .correct && ($0.value.isJudged || $0.value.isUpsetting)
    }
    let strata = tiers.map { tier in
      let ofTier = found.filter { $0.tier == tier }
      return SampledStratum(
        events: ofTier.reduce(0) { $0 + ($1.value.isUpsetting ? 1 : $1.value.wrong) },
        trials: ofTier.count, population: cells.count(tier: tier, .correct))
    }
    return rate(of: strata)
  }

  /// A part of the run whose items lie in several tiers.
  private func part(
    _ finding: Finding, missing: (Int) -> Int, of isWanted: (RunSample.Item) -> Bool,
    confidence: Double? = nil, population: (Int) -> Int
  ) -> Rate? {
    let judged = sample.judged(tiers: tiers.count, where: isWanted)
    let strata = tiers.map { tier in
      SampledStratum(
        events: finding.events(in: judged[tier]), trials: finding.trials(in: judged[tier]),
        population: population(tier))
    }
    guard var rate = rate(of: strata, confidence: confidence) else { return nil }
    let absent = tiers.map { missing($0) + finding.unknown(in: judged[$0]) }
    if absent.contains(where: { $0 > 0 }) { rate.ifMissing = extremes(strata, missing: absent) }
    if finding == .wrong { rate.ifSettled = settled(judged, strata) }
    if finding == .upsetting {
      rate.count(passedUnseen: judged, in: strata) { self.rate(of: $0, confidence: confidence) }
    }
    return rate
  }

  /// By tier where a draw took its items so; else all items are equally likely to be drawn.
  private func rate(of strata: [SampledStratum], confidence: Double? = nil) -> Rate? {
    let weighed = weighed(strata)
    if weighed.count > 1 {
      return Rate(
        strata: StratifiedProportion(weighed.map(\.proportion)), soFar: sample.isSoFar,
        confidence: confidence)
    }
    return Rate(
      sample: SampledStratum(sum: weighed).proportion, soFar: sample.isSoFar, confidence: confidence
    )
  }

  private func value(of strata: [SampledStratum]) -> Double? {
    let weighed = weighed(strata)
    return weighed.count > 1
      ? StratifiedProportion(weighed.map(\.proportion)).rate
      : SampledStratum(sum: weighed).proportion.rate
  }

  private func extremes(_ strata: [SampledStratum], missing: [Int]) -> Rate.Range? {
    let low = value(of: zip(strata, missing).map { $0.adding(events: 0, of: $1) })
    let high = value(of: zip(strata, missing).map { $0.adding(events: $1, of: $1) })
    guard let low, let high else { return nil }
    return Rate.Range(Interval(low: low, high: high))
  }

  /// The rate if open disagreements ended one way, and the other; nothing where there are none.
  private func settled(_ judged: [JudgedItems], _ strata: [SampledStratum]) -> Rate.Range? {
    guard judged.contains(where: { $0.splits > 0 }) else { return nil }
    let low = value(of: zip(strata, judged).map { $0.with(events: $1.wrongAtLeast) })
    let high = value(of: zip(strata, judged).map { $0.with(events: $1.wrongAtMost) })
    // An ok against a can't tell leaves the rate as it is, however it ends.
    guard let low, let high, low < high else { return nil }
    return Rate.Range(Interval(low: low, high: high))
  }

  /// The whole run weighted by what the run's own metric says of every item, which is known of all.
  ///
  /// Nothing where a draw is unfinished, where too few of some kind were judged, and where nothing was
  /// found: then there is nothing to weigh, and one sample says more than several small ones.
  private func postStratified(_ finding: Finding) -> Rate? {
    guard !sample.isSoFar, cells.count(.graded) == 0,
      cells.count(.correct) > 0, cells.count(.incorrect) > 0
    else { return nil }
    let groups = sample.isStratified ? tiers.map { $0...$0 } : [tiers.lowerBound...tiers.count - 1]
    var strata: [SampledStratum] = []
    for group in groups {
      for result in RunCells.Result.allCases {
        let population = group.reduce(0) { $0 + cells.count(tier: $1, result) }
        guard population > 0 else { continue }
        let found = sample.items.reduce(into: JudgedItems()) {
          if group.contains($1.tier), $1.result == result { $0.add($1.value) }
        }
        let stratum = SampledStratum(
          events: finding.events(in: found), trials: finding.trials(in: found),
          population: population)
        guard stratum.trials >= min(Self.leastPerResult, population),
          finding.unknown(in: found) == 0
        else { return nil }
        strata.append(stratum)
      }
    }
    guard strata.contains(where: { $0.events > 0 }) else { return nil }
    var rate = Rate(
      strata: StratifiedProportion(strata.map(\.proportion)), method: .postStratified)
    let judged = sample.judged(tiers: tiers.count)
    rate?.ifSettled = settled(
      judged,
      tiers.map {
        SampledStratum(events: 0, trials: judged[$0].judged, population: cells.count(tier: $0))
      })
    return rate
  }
}
