import TestSupport
import Testing

@testable import Statistics

/// Exact coverage, by counting every outcome at each of many rates.
@Suite("How often intervals hold the rate")
struct CoverageTests {
  /// Rates between 0 and 1 that no limit of an interval falls upon.
  private static let rates = (0..<100).map { (Double($0) + 0.4836) / 100 }

  private static func coverages(
    _ trials: Int, _ interval: (Proportion) -> Interval?
  ) -> [Double] {
    let intervals = (0...trials).map { interval(Proportion(events: Double($0), of: trials)) }
    return rates.map { rate in
      let distribution = BinomialDistribution(trials: trials, probability: rate)
      return (0...trials).reduce(0) {
        intervals[$1]?.contains(rate) ?? false ? $0 + distribution.mass($1) : $0
      }
    }
  }

  @Test("Wilson's is 95 % on average", arguments: [5, 12, 30, 100, 300])
  func wilson(trials: Int) {
    let coverages = Self.coverages(trials) { $0.wilson() }
    let mean = coverages.reduce(0, +) / Double(coverages.count)
    #expect(abs(mean - 0.95) < 0.0055, "\(mean)")
  }

  @Test("the modified one's is never below 91 % from thirty on", arguments: [30, 51, 100, 300])
  func modifiedWilson(trials: Int) {
    let coverages = Self.coverages(trials) { $0.modifiedWilson() }
    let mean = coverages.reduce(0, +) / Double(coverages.count)
    #expect(mean > 0.945 && mean < 0.965, "\(mean)")
    #expect(coverages.allSatisfy { $0 >= 0.91 }, "\(coverages.min() ?? 0)")
  }

  @Test("that of Jeffreys with the endpoint rule neither", arguments: [30, 51, 100, 300])
  func jeffreys(trials: Int) {
    let coverages = Self.coverages(trials) { $0.jeffreys() }
    let mean = coverages.reduce(0, +) / Double(coverages.count)
    #expect(mean > 0.945 && mean < 0.965, "\(mean)")
    #expect(coverages.allSatisfy { $0 >= 0.91 }, "\(coverages.min() ?? 0)")
  }

  @Test("Clopper and Pearson's is never below 95 %", arguments: [5, 30, 100])
  func clopperPearson(trials: Int) {
    let coverages = Self.coverages(trials) { $0.clopperPearson() }
    #expect(coverages.allSatisfy { $0 >= 0.95 - 1e-12 })
  }

  @Test("the textbook's is a fifth where others do what they say")
  func wald() {
    #expect(isPrinted(Coverage.of(20, at: 0.01) { $0.wald() }, 0.1821, decimals: 4))
    #expect(isPrinted(Coverage.of(20, at: 0.01) { $0.wilson() }, 0.9831, decimals: 4))
  }
}
