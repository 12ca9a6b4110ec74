import TestSupport
import Testing

@testable import Statistics

@Suite("Tests of one proportion")
struct ProportionTestTests {
  /// NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.4: 26 of 200 wafers against 10 %.
  @Test("give the published z")
  func published() throws {
    let wafers = Proportion(events: 26, of: 200)
    let z = try #require(wafers.zTest(against: 0.1))
    #expect(isPrinted(z.statistic, 1.414, decimals: 3) && isPrinted(z.p, 0.1573, decimals: 4))
    let exact = try #require(wafers.binomialTest(against: 0.1))
    #expect(isPrinted(exact.p, 0.1570, decimals: 4))
  }

  @Test("reject exactly what lies outside of Wilson's interval", arguments: [1, 2, 3] as [UInt64])
  func agreeWithTheInterval(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Trials.count(20_000) {
      let trials = Int.random(in: 1...300, using: &random)
      let events = Int.random(in: 0...trials, using: &random)
      let assumed = Double.random(in: 0.001...0.999, using: &random)
      let sample = Proportion(events: Double(events), of: trials)
      let interval = try #require(sample.wilson())
      let test = try #require(sample.zTest(against: assumed))
      guard abs(test.p - 0.05) > 1e-9 else { continue }
      #expect(interval.contains(assumed) == (test.p > 0.05), "\(events) of \(trials), \(assumed)")
    }
  }

  @Test("one-sided and exact reject what lies beyond the exact bounds")
  func agreeWithExactBounds() throws {
    for trials in [1, 8, 41] {
      for events in 0...trials {
        let sample = Proportion(events: Double(events), of: trials)
        let bound = try #require(sample.exactUpperBound())
        for assumed in [0.03, 0.2, 0.5, 0.81] {
          let test = try #require(sample.binomialTest(against: assumed, alternative: .less))
          #expect((test.p <= 0.05) == (assumed >= bound))
        }
      }
    }
  }

  @Test("count every outcome that is not more probable, on both sides")
  func twoSided() throws {
    for (trials, assumed) in [(10, 0.5), (13, 0.2), (30, 0.07), (7, 0.9)] {
      let distribution = BinomialDistribution(trials: trials, probability: assumed)
      for events in 0...trials {
        let limit = distribution.mass(events) * (1 + 1e-7)
        let expected = (0...trials).map(distribution.mass).filter { $0 <= limit }.reduce(0, +)
        let test = try #require(
          Proportion(events: Double(events), of: trials).binomialTest(against: assumed))
        #expect(isClose(test.p, min(1, expected)), "\(events) of \(trials)")
      }
    }
  }

  @Test("are undefined against 0 and 1, and exactly for events that are not whole")
  func undefined() {
    #expect(Proportion(events: 1, of: 3).zTest(against: 0) == nil)
    #expect(Proportion(events: 1, of: 3).zTest(against: 1) == nil)
    #expect(Proportion(events: 1.5, of: 3).binomialTest(against: 0.5) == nil)
  }
}
