import Testing

@testable import Statistics

@Suite("Shares that moved")
struct ShareShiftTests {
  @Test("have distances that are 0 where nothing moved and the same both ways where they should")
  func distances() throws {
    let shift = try #require(ShareShift(baseline: [0.5, 0.3, 0.2], shares: [0.4, 0.3, 0.3]))
    let back = try #require(ShareShift(baseline: [0.4, 0.3, 0.3], shares: [0.5, 0.3, 0.2]))
    let same = try #require(ShareShift(baseline: [0.5, 0.5, 0], shares: [0.5, 0.5, 0]))
    #expect(same.populationStabilityIndex == 0 && same.jensenShannonDivergence == 0)
    #expect(same.totalVariation == 0 && same.hellingerDistance == 0)
    let index = try #require(shift.populationStabilityIndex)
    let expected = 0.1 * Elementary.log(0.5 / 0.4) + 0.1 * Elementary.log(0.3 / 0.2)
    #expect(isClose(index, expected))
    #expect(isClose(try #require(back.populationStabilityIndex), index))
    #expect(isClose(shift.totalVariation, 0.1))
    #expect(isClose(back.hellingerDistance, shift.hellingerDistance))
    let divergence = try #require(shift.jensenShannonDivergence)
    #expect(isClose(try #require(back.jensenShannonDivergence), divergence))
  }

  @Test("are as far apart as can be without a common category")
  func apart() throws {
    let apart = try #require(ShareShift(baseline: [1, 0], shares: [0, 1]))
    #expect(apart.populationStabilityIndex == nil && apart.relativeEntropy == nil)
    #expect(isClose(try #require(apart.jensenShannonDivergence), Elementary.log(2)))
    #expect(apart.totalVariation == 1 && apart.hellingerDistance == 1)
    #expect(ShareShift(baseline: [1, 0], shares: [.nan, .nan]) == nil)
    #expect(ShareShift(baseline: [-1, 2], shares: [0, 1]) == nil)
  }

  @Test("are tested by how far counts lie from the baseline")
  func goodnessOfFit() throws {
    let test = try #require(ShareShift.goodnessOfFit([30, 70], baseline: [0.4, 0.6]))
    let z = try #require(Proportion(events: 30, of: 100).zTest(against: 0.4))
    #expect(isClose(test.statistic, z.statistic * z.statistic) && isClose(test.p, z.p))
    #expect(ShareShift.goodnessOfFit([0, 0], baseline: [0.4, 0.6]) == nil)
    #expect(ShareShift.goodnessOfFit([4], baseline: [1]) == nil)
    #expect(ShareShift.goodnessOfFit([4, 0], baseline: [1, 0]) == nil)
  }

  @Test("exceed a critical index by chance that falls with the samples")
  func critical() throws {
    let small = try #require(ShareShift.criticalStabilityIndex(100, 100, categories: 5))
    let large = try #require(ShareShift.criticalStabilityIndex(1000, 1000, categories: 5))
    #expect(isClose(small, 10 * large) && isPrinted(small, 0.18975, decimals: 5))
    #expect(ShareShift.criticalStabilityIndex(9, 9, categories: 1) == nil)
    #expect(ShareShift.criticalStabilityIndex(0, 9, categories: 3) == nil)
  }
}

@Suite("Two samples of numbers")
struct TwoSamplesTests {
  /// U and D of every order in which so many of two samples can come.
  private static func orders(_ n: Int, _ m: Int) throws -> [(u: Double, d: Double)] {
    try Enumeration.choices(of: Array(0..<(n + m)), taking: n).map { chosen in
      let others = (0..<(n + m)).filter { !chosen.contains($0) }
      let samples = try #require(TwoSamples(chosen.map(Double.init), others.map(Double.init)))
      return (samples.higherPairs, samples.kolmogorovSmirnovTest.statistic)
    }
  }

  @Test(
    "have exact tests that count every order",
    arguments: [(1, 1), (3, 4), (5, 5), (2, 7), (4, 6)])
  func exact(n: Int, m: Int) throws {
    let orders = try Self.orders(n, m)
    for chosen in Enumeration.choices(of: Array(0..<(n + m)), taking: n) {
      let others = (0..<(n + m)).filter { !chosen.contains($0) }
      let samples = try #require(TwoSamples(chosen.map(Double.init), others.map(Double.init)))
      let smirnov = samples.kolmogorovSmirnovTest
      let asFar = orders.count { $0.d >= smirnov.statistic - 1e-12 }
      #expect(isClose(smirnov.p, Double(asFar) / Double(orders.count)))
      let whitney = try #require(samples.mannWhitneyTest)
      let least = min(whitney.statistic, Double(n * m) - whitney.statistic)
      let tail = Double(orders.count { $0.u <= least }) / Double(orders.count)
      #expect(isClose(whitney.p, min(1, 2 * tail)))
    }
  }

  @Test("of other sizes come close to the exact ones by the normal distribution and its like")
  func approximate() throws {
    let first = (0..<50).map { Double($0) }
    let second = (0..<50).map { Double($0) + 10.5 }
    let exact = try #require(TwoSamples(first, second)?.mannWhitneyTest)
    let more = try #require(TwoSamples(first + [24.25], second)?.mannWhitneyTest)
    #expect(abs(exact.p - more.p) < 0.004)
    let large = (0..<1001).map { Double($0) }
    let shifted = large.map { $0 + 60.5 }
    let near = try #require(TwoSamples(large.dropLast(2), shifted.dropLast(2)))
    let far = try #require(TwoSamples(large, shifted))
    #expect(abs(near.kolmogorovSmirnovTest.p - far.kolmogorovSmirnovTest.p) < 0.005)
  }

  @Test("with equal numbers count them half, and are undefined where all are equal")
  func ties() throws {
    let samples = try #require(TwoSamples([1, 2, 2], [2, 3]))
    #expect(samples.higherPairs == 1)
    #expect(try #require(samples.mannWhitneyTest).p > 0.1)
    let same = try #require(TwoSamples([2, 2], [2, 2, 2]))
    #expect(same.mannWhitneyTest == nil && same.kolmogorovSmirnovTest.p == 1)
    #expect(same.kolmogorovSmirnovTest.statistic == 0)
    #expect(TwoSamples([], [1]) == nil && TwoSamples([1], [.nan]) == nil)
  }
}
