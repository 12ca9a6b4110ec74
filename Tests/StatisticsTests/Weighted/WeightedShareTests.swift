import TestSupport
import Testing

@testable import Statistics

@Suite("The share of weight")
struct WeightedShareTests {
  private typealias Element = WeightedShare.Element
  private typealias Stratum = WeightedShare.Stratum

  @Test("of equal weights it is the stratified rate")
  func equal() throws {
    func elements(_ events: Int, _ n: Int) -> [Element] {
      (0..<n).map { Element(weight: 3, value: $0 < events ? 1 : 0) }
    }
    let share = WeightedShare([
      Stratum(population: 900, elements: elements(3, 50)),
      Stratum(population: 100, elements: elements(8, 20)),
    ])
    let plain = StratifiedProportion([
      Proportion(events: 3, of: 50, population: 900),
      Proportion(events: 8, of: 20, population: 100),
    ])
    #expect(abs(try #require(share.rate) - (try #require(plain.rate))) < 1e-12)
    // By hand: N²(1−n/N)s²/n with s² = p(1−p)n/(n−1), where w(y−R) differs from w(y−p) by a constant.
    let first = 810_000 * (1 - 50.0 / 900) * (0.06 * 0.94 * 50 / 49) / 50
    let second = 10_000 * (1 - 20.0 / 100) * (0.4 * 0.6 * 20 / 19) / 20
    #expect(abs(try #require(share.standardError) - (first + second).squareRoot() / 1000) < 1e-12)
  }

  @Test("weight counts, and what weighs nothing does not")
  func weights() throws {
    let share = WeightedShare([
      Stratum(
        population: 40,
        elements: [
          Element(weight: 8, value: 1), Element(weight: 1, value: 0), Element(weight: 1, value: 0),
          Element(weight: 0, value: 1),
        ])
    ])
    #expect(share.rate == 0.8)
    #expect(share.effectiveSize <= 100.0 / 66)
    let interval = try #require(share.interval())
    #expect(interval.low < 0.4 && interval.high > 0.95)
  }

  @Test("of everything it is known for sure, and of nothing it is undefined")
  func ends() {
    let all = WeightedShare([
      Stratum(
        population: 2, elements: [Element(weight: 1, value: 1), Element(weight: 3, value: 0)])
    ])
    #expect(all.interval() == Interval(low: 0.25, high: 0.25))
    #expect(WeightedShare([]).rate == nil)
    #expect(WeightedShare([Stratum(population: 5, elements: [])]).interval() == nil)
    let weightless = WeightedShare([
      Stratum(population: 5, elements: [Element(weight: 0, value: 1)])
    ])
    #expect(weightless.rate == nil && weightless.interval() == nil)
  }

  @Test(
    "an interval of 95 % holds the truth about as often as it says",
    arguments: [(0.05, 0.4), (0.2, 0.2), (0.3, 0.05)])
  func coverage(easy: Double, hard: Double) throws {
    var random = SeededGenerator(seed: UInt64(easy * 100))
    // Weights of several orders of magnitude, and errors that go with them.
    let tiers = [(count: 1500, rate: easy), (count: 500, rate: hard)].map { tier in
      (0..<tier.count).map { _ in
        let weight = 10 / Double.random(in: 0.02...1, using: &random)
        let rate = tier.rate * (weight > 50 ? 1.5 : 0.9)
        return Element(
          weight: weight, value: Double.random(in: 0..<1, using: &random) < rate ? 1 : 0)
      }
    }
    let whole = tiers.joined().reduce(0) { $0 + $1.weight }
    let truth = tiers.joined().reduce(0) { $0 + $1.weight * $1.value } / whole
    let campaigns = 400
    let covered = try (0..<campaigns).count { _ in
      let share = WeightedShare(
        zip(tiers, [60, 30]).map { tier, take in
          Stratum(
            population: tier.count, elements: Array(tier.shuffled(using: &random).prefix(take)))
        })
      let interval = try #require(share.interval())
      return interval.low <= truth && truth <= interval.high
    }
    #expect(Double(covered) / Double(campaigns) > 0.91, "\(covered) of \(campaigns)")
  }
}
