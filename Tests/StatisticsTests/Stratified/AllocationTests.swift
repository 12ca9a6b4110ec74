import TestSupport
import Testing

@testable import Statistics

@Suite("How many to take of each stratum")
struct AllocationTests {
  private static let tiers = Allocation(populations: [1000, 500, 100])

  @Test("proportional, equal and by spread")
  func shares() {
    #expect(Self.tiers.proportional(140) == [87.5, 43.75, 8.75])
    #expect(Self.tiers.equal(60) == [20, 20, 20])
    #expect(Self.tiers.neyman(30, deviations: [0.1, 0.2, 1]) == [10, 10, 10])
    #expect(Self.tiers.neyman(16, deviations: [0, 0, 0]) == Self.tiers.proportional(16))
  }

  @Test("no stratum gives more than it has; the others share the rest")
  func capped() {
    #expect(Self.tiers.equal(600) == [250, 250, 100])
    #expect(Self.tiers.equal(5000) == [1000, 500, 100])
    #expect(Self.tiers.neyman(400, deviations: [0.1, 0.1, 100]) == [200, 100, 100])
    #expect(Allocation(populations: [0, 50]).equal(10) == [0, 10])
    #expect(Allocation(populations: []).equal(10) == [])
  }

  @Test("a small stratum gives at least as many as wanted, at the cost of the largest")
  func least() {
    let tiers = Allocation(populations: [10_000, 5_000, 3, 0])
    let shares = tiers.proportional(80)
    #expect(tiers.whole(shares, total: 80) == [53, 27, 0, 0])
    #expect(tiers.whole(shares, total: 80, least: 1) == [52, 27, 1, 0])
    #expect(tiers.whole(shares, total: 80, least: 5) == [50, 27, 3, 0])
    // Where there is not enough for all, none goes without for another.
    #expect(tiers.whole(tiers.proportional(2), total: 2, least: 1) == [1, 1, 0, 0])
  }

  @Test("whole numbers have the same sum and lie next to the shares")
  func whole() {
    #expect(Self.tiers.whole(Self.tiers.proportional(140), total: 140) == [87, 44, 9])
    #expect(Self.tiers.whole(Self.tiers.equal(140), total: 140) == [47, 47, 46])
    var random = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let populations = (0..<5).map { _ in Int.random(in: 0...300, using: &random) }
      let allocation = Allocation(populations: populations)
      let total = Int.random(in: 0...400, using: &random)
      let deviations = populations.map { _ in Double.random(in: 0...0.5, using: &random) }
      for shares in [
        allocation.proportional(total), allocation.equal(total),
        allocation.neyman(total, deviations: deviations),
      ] {
        let counts = allocation.whole(shares, total: total)
        #expect(counts.reduce(0, +) == min(total, populations.reduce(0, +)))
        for (index, count) in counts.enumerated() {
          #expect(count <= populations[index] && abs(Double(count) - shares[index]) < 1 + 1e-9)
        }
      }
    }
  }

  @Test("by spread no other division of as many has a smaller variance")
  func optimal() throws {
    let deviations = [0.2, 0.4, 0.5]
    let design = StratifiedDesign(
      zip(Self.tiers.populations, deviations).map {
        StratifiedDesign.Stratum(population: $0, variance: $1 * $1)
      })
    let counts = Self.tiers.whole(Self.tiers.neyman(60, deviations: deviations), total: 60)
    let best = try #require(design.varianceOfTotal(taking: counts))
    for first in 1...58 {
      for second in 1...(59 - first) {
        let other = try #require(
          design.varianceOfTotal(taking: [first, second, 60 - first - second]))
        #expect(other >= best * (1 - 1e-3))
      }
    }
    #expect(design.varianceOfTotal(taking: [60, 0, 0]) == nil)
    #expect(design.varianceOfTotal(taking: [1000, 500, 100]) == 0)
  }
}
