import Testing

@testable import Statistics

@Suite("Trends over groups that have an order")
struct TrendTests {
  private static let tiers = [(3.0, 100), (9, 90), (20, 80)].map { Proportion(events: $0, of: $1) }

  @Test("of two groups is the test of two proportions, but for one trial")
  func twoGroups() throws {
    let groups = [Proportion(events: 5, of: 40), Proportion(events: 19, of: 60)]
    let trend = try #require(TrendTest(groups))
    let pooled = try #require(TwoProportions(groups[1], groups[0]).pooledTest)
    #expect(isClose(trend.result.statistic, pooled.statistic * 0.99.squareRoot()))
    #expect(trend.correlation > 0)
  }

  @Test("does not change with the units of its scores, and turns round with them")
  func scores() throws {
    let trend = try #require(TrendTest(Self.tiers))
    let other = try #require(TrendTest(Self.tiers, scores: [10, 13, 16]))
    let reversed = try #require(TrendTest(Self.tiers, scores: [2, 1, 0]))
    #expect(isClose(trend.result.statistic, other.result.statistic))
    #expect(isClose(trend.result.statistic, -reversed.result.statistic))
    let bent = try #require(TrendTest(Self.tiers, scores: [0, 1, 9]))
    #expect(!isClose(trend.result.statistic, bent.result.statistic, within: 1e-3))
  }

  @Test("is the correlation of scores with events, one by one")
  func correlation() throws {
    var moments = PairedMoments()
    for (group, score) in zip(Self.tiers, [0.0, 1, 4]) {
      for trial in 0..<group.trials { moments.add(score, Double(trial) < group.events ? 1 : 0) }
    }
    let covariance = try #require(moments.populationCovariance)
    let spread = try #require(moments.first.populationVariance)
    let otherSpread = try #require(moments.second.populationVariance)
    let trend = try #require(TrendTest(Self.tiers, scores: [0, 1, 4]))
    #expect(isClose(trend.correlation, covariance / (spread * otherSpread).squareRoot()))
  }

  @Test("is undefined where nothing differs")
  func undefined() {
    #expect(TrendTest([]) == nil)
    #expect(TrendTest([Proportion(events: 2, of: 9)]) == nil)
    #expect(TrendTest([Proportion(events: 0, of: 9), Proportion(events: 0, of: 4)]) == nil)
    #expect(TrendTest([Proportion(events: 9, of: 9), Proportion(events: 4, of: 4)]) == nil)
    #expect(TrendTest([Proportion(events: 1, of: 9), Proportion(events: 0, of: 0)]) == nil)
    #expect(TrendTest(Self.tiers, scores: [1, 1, 1]) == nil)
  }
}
