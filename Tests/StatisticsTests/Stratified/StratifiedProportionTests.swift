import Testing

@testable import Statistics

@Suite("Shares of a run from a draw by strata")
struct StratifiedProportionTests {
  private static func strata(_ counts: [(Double, Int, Int)]) -> StratifiedProportion {
    StratifiedProportion(counts.map { Proportion(events: $0, of: $1, population: $2) })
  }

  private static let tiers = strata([(2, 50, 1000), (6, 50, 500), (15, 40, 100)])

  @Test("weigh each stratum by its population, never by what was looked at")
  func weights() throws {
    let expected = (1000 * 0.04 + 500 * 0.12 + 100 * 0.375) / 1600
    #expect(isClose(try #require(Self.tiers.rate), expected))
    #expect(Self.tiers.population == 1600 && Self.tiers.trials == 140)
  }

  @Test("and their variances are right on average over every draw that could have been")
  func unbiased() throws {
    let population = [[1, 1, 0, 0, 0, 1], [0, 0, 0, 1], [1, 1, 1, 1, 0]]
    let samples = Enumeration.stratifiedSamples(of: population, taking: [3, 2, 2])
    let estimates = Moments(samples.compactMap(\.rate))
    let errors = samples.compactMap { $0.estimate?.standardError }
    let truth = try #require(Moments(population.joined().map(Double.init)).mean)
    #expect(samples.count == 20 * 6 * 10 && errors.count == samples.count)
    #expect(isClose(try #require(estimates.mean), truth))
    let variance = try #require(Moments(errors.map { $0 * $0 }).mean)
    #expect(isClose(variance, try #require(estimates.populationVariance)))
  }

  @Test("of one stratum are its own")
  func oneStratum() {
    let one = Proportion(events: 7, of: 91, population: 187)
    let stratified = StratifiedProportion([one])
    #expect(stratified.rate == one.rate)
    let interval = stratified.mover()
    let limits = one.jeffreys()
    #expect(isClose(interval?.low ?? .nan, limits?.low ?? 0))
    #expect(isClose(interval?.high ?? .nan, limits?.high ?? 0))
    #expect(isClose(stratified.designEffect ?? .nan, 1))
  }

  @Test("have an interval without width once every stratum was looked at whole")
  func whole() throws {
    let whole = Self.strata([(3, 40, 40), (1, 1, 1), (0, 9, 9)])
    let interval = try #require(whole.mover())
    #expect(interval.width == 0 && interval.low == whole.rate)
    #expect(whole.estimate?.standardError == 0)
    #expect(whole.estimate?.interval()?.width == 0)
    #expect(whole.postStratifiedStandardError == 0)
    #expect(whole.designEffect == nil)
  }

  @Test("mirror when events and the rest change places, and widen with the confidence")
  func mirror() throws {
    let others = StratifiedProportion(Self.tiers.strata.map(\.complement))
    let interval = try #require(Self.tiers.mover())
    let mirrored = try #require(others.mover())
    #expect(isClose(interval.low, 1 - mirrored.high) && isClose(interval.high, 1 - mirrored.low))
    let wider = try #require(Self.tiers.mover(confidence: 0.997))
    #expect(wider.low < interval.low && wider.high > interval.high)
    let narrower = try #require(
      Self.strata([(4, 100, 1000), (12, 100, 500), (30, 80, 100)]).mover())
    #expect(narrower.width < interval.width)
  }

  @Test(
    "are held by their interval as often as it says, on average over what the strata may hold",
    arguments: [[(30, 200), (30, 60)], [(20, 500), (40, 100)]])
  func coverage(sizes: [(Int, Int)]) {
    let intervals = (0...sizes[0].0).map { x in
      (0...sizes[1].0).map { y in
        Self.strata([
          (Double(x), sizes[0].0, sizes[0].1), (Double(y), sizes[1].0, sizes[1].1),
        ]).mover()
      }
    }
    var coverages: [Double] = []
    for first in stride(from: 0, through: sizes[0].1, by: sizes[0].1 / 20) {
      for second in stride(from: 0, through: sizes[1].1, by: sizes[1].1 / 20) {
        let truth = Double(first + second) / Double(sizes[0].1 + sizes[1].1)
        let one = HypergeometricDistribution(
          population: sizes[0].1, marked: first, drawn: sizes[0].0)
        let other = HypergeometricDistribution(
          population: sizes[1].1, marked: second, drawn: sizes[1].0)
        let masses = other.support.map { ($0, other.mass($0)) }
        coverages.append(
          one.support.reduce(0) { sum, x in
            let held = masses.reduce(0) {
              intervals[x][$1.0]?.contains(truth) ?? false ? $0 + $1.1 : $0
            }
            return sum + one.mass(x) * held
          })
      }
    }
    let mean = coverages.reduce(0, +) / Double(coverages.count)
    #expect(mean > 0.945 && mean < 0.97, "\(mean)")
    #expect(coverages.allSatisfy { $0 > 0.88 }, "\(coverages.min() ?? 0)")
  }

  @Test("are undefined where nobody looked at a stratum, but for one that has nothing")
  func undefined() {
    let gap = Self.strata([(2, 50, 1000), (0, 0, 500)])
    #expect(gap.rate == nil && gap.mover() == nil && gap.estimate == nil)
    #expect(gap.postStratifiedStandardError == nil && gap.designEffect == nil)
    #expect(Self.strata([]).rate == nil && Self.strata([]).mover() == nil)
    let empty = Self.strata([(2, 50, 1000), (0, 0, 0)])
    #expect(empty.rate == 0.04)
    let single = Self.strata([(2, 50, 1000), (1, 1, 7)])
    #expect(single.estimate?.standardError == nil && single.estimate?.interval() == nil)
    #expect(single.mover() != nil)
  }

  @Test("say what they would be if what is missing were all right or all wrong")
  func extremes() throws {
    let range = try #require(Self.tiers.extremes(missing: [0, 50, 0]))
    #expect(isClose(range.low, (40 + 500 * 0.06 + 37.5) / 1600))
    #expect(isClose(range.high, (40 + 500 * 0.56 + 37.5) / 1600))
    let none = try #require(Self.tiers.extremes(missing: [0, 0, 0]))
    #expect(none.low == Self.tiers.rate && none.high == Self.tiers.rate)
    let one = Proportion(events: 3, of: 10, population: 50).extremes(missing: 10)
    #expect(one == Interval(low: 0.15, high: 0.65))
  }

  @Test("post-stratified vary a little more than a draw that had taken the strata's shares")
  func postStratified() throws {
    let sample = Self.strata([(4, 80, 800), (10, 20, 200)])
    let after = try #require(sample.postStratifiedStandardError)
    let before = try #require(sample.estimate?.standardError)
    #expect(after > before && after < before * 1.05)
    let one = Proportion(events: 9, of: 30, population: 90)
    let whole = try #require(StratifiedProportion([one]).postStratifiedStandardError)
    #expect(isClose(whole, try #require(one.estimate?.standardError)))
  }
}
