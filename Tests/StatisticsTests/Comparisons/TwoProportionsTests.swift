import TestSupport
import Testing

@testable import Statistics

@Suite("Differences of two proportions")
struct TwoProportionsTests {
  private static func pair(_ x1: Double, _ n1: Int, _ x2: Double, _ n2: Int) -> TwoProportions {
    TwoProportions(Proportion(events: x1, of: n1), Proportion(events: x2, of: n2))
  }

  /// R. G. Newcombe, Statistics in Medicine 17 (1998), pages 873 to 890, Table II, method 10.
  @Test(
    "have the published intervals",
    arguments: [
      (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
      (6, 7, 2, 7, 0.0582, 0.8062), (5, 56, 0, 29, -0.0381, 0.1926),
      (0, 10, 0, 20, -0.1611, 0.2775), (10, 10, 0, 20, 0.6791, 1),
    ] as [(Double, Int, Double, Int, Double, Double)])
  func published(x1: Double, n1: Int, x2: Double, n2: Int, low: Double, high: Double) throws {
    let interval = try #require(Self.pair(x1, n1, x2, n2).newcombe())
    #expect(isPrinted(interval.low, low, decimals: 4))
    #expect(isPrinted(interval.high, high, decimals: 4))
  }

  @Test("turn round with their samples")
  func swapped() throws {
    for (x1, n1, x2, n2) in [(3.0, 8, 1.5, 20), (0, 5, 5, 5), (7, 7, 7, 7)] {
      let one = try #require(Self.pair(x1, n1, x2, n2).newcombe())
      let other = try #require(Self.pair(x2, n2, x1, n1).newcombe())
      #expect(isClose(one.low, -other.high) && isClose(one.high, -other.low))
      #expect(one.contains(x1 / Double(n1) - x2 / Double(n2)))
    }
  }

  @Test("are held by their interval as often as it says, on average over all rates")
  func coverage() {
    let sizes = (12, 17)
    let intervals = (0...12).map { x in
      (0...17).map { Self.pair(Double(x), 12, Double($0), 17).newcombe() }
    }
    var sum = 0.0
    let rates = (0..<24).map { (Double($0) + 0.4836) / 24 }
    for p in rates {
      for q in rates {
        let first = BinomialDistribution(trials: sizes.0, probability: p)
        let second = BinomialDistribution(trials: sizes.1, probability: q)
        for x in 0...12 {
          for y in 0...17 where intervals[x][y]?.contains(p - q) ?? false {
            sum += first.mass(x) * second.mass(y)
          }
        }
      }
    }
    let mean = sum / Double(rates.count * rates.count)
    #expect(mean > 0.945 && mean < 0.965, "\(mean)")
  }

  @Test("of whole populations are known")
  func wholePopulations() {
    let known = TwoProportions(
      Proportion(events: 3, of: 30, population: 30), Proportion(events: 5, of: 20, population: 20))
    #expect(known.newcombe()?.width == 0)
    #expect(known.pooledTest == nil)
  }

  @Test("are tested exactly by counting every table with the same margins")
  func fisher() throws {
    for (x1, n1, x2, n2) in [(3.0, 8, 1.0, 7), (0, 5, 4, 9), (6, 6, 0, 3), (2, 4, 2, 4)] {
      let events = Int(x1 + x2)
      func choices(_ n: Int, _ k: Int) -> Double {
        (0..<max(0, k)).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
      }
      let possible = max(0, events - n2)...min(n1, events)
      let all = possible.map { choices(n1, $0) * choices(n2, events - $0) }
      let seen = choices(n1, Int(x1)) * choices(n2, Int(x2))
      let expected =
        all.filter { $0 <= seen * (1 + 1e-9) }.reduce(0, +) / all.reduce(0, +)
      #expect(isClose(try #require(Self.pair(x1, n1, x2, n2).fisherTest).p, expected))
    }
    #expect(Self.pair(1.5, 3, 1, 3).fisherTest == nil)
  }

  @Test("are undefined without trials, and untested where all or nothing is an event")
  func undefined() {
    let none = Self.pair(0, 0, 3, 5)
    #expect(none.difference == nil && none.newcombe() == nil && none.agrestiCaffo() == nil)
    #expect(none.pooledTest == nil && none.fisherTest == nil)
    #expect(Self.pair(0, 4, 0, 5).pooledTest == nil)
    #expect(Self.pair(4, 4, 5, 5).pooledTest == nil)
  }
}
