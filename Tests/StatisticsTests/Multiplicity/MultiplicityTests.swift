import TestSupport
import Testing

@testable import Statistics

@Suite("Many tests at once")
struct MultiplicityTests {
  @Test("are adjusted as by hand, in the order given")
  func byHand() {
    let values = [0.04, 0.01, 0.03]
    func adjusted(_ method: Multiplicity, _ expected: [Double]) {
      for (one, other) in zip(method.adjusted(values), expected) { #expect(isClose(one, other)) }
    }
    adjusted(.bonferroni, [0.12, 0.03, 0.09])
    adjusted(.holm, [0.06, 0.03, 0.06])
    adjusted(.benjaminiHochberg, [0.04, 0.03, 0.04])
    adjusted(.benjaminiYekutieli, [0.04, 0.03, 0.04].map { $0 * 11 / 6 })
  }

  /// Y. Benjamini and Y. Hochberg, JRSS B 57 (1995), section 3.
  @Test("of fifteen published ones reject three or four")
  func published() {
    let values = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262,
      0.5719, 0.6528, 0.759, 1,
    ]
    func rejected(_ method: Multiplicity) -> Int {
      method.adjusted(values).count { $0 <= 0.05 }
    }
    #expect(rejected(.bonferroni) == 3 && rejected(.holm) == 3)
    #expect(rejected(.benjaminiHochberg) == 4)
  }

  @Test("never come out less, nor change their order, and are what they are alone")
  func order() {
    var random = SeededGenerator(seed: 8)
    for method in Multiplicity.allCases {
      #expect(method.adjusted([]) == [] && method.adjusted([0.2]) == [0.2])
      for count in [2, 9, 40] {
        let values = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
        let adjusted = method.adjusted(values)
        for one in 0..<count {
          #expect(adjusted[one] >= values[one] && adjusted[one] <= 1)
          for other in 0..<count where values[one] <= values[other] {
            #expect(adjusted[one] <= adjusted[other])
          }
        }
        let turned = method.adjusted(values.reversed())
        #expect(Array(turned.reversed()) == adjusted)
      }
    }
  }

  @Test("reject by Holm whatever Bonferroni does, and by Benjamini and Hochberg whatever Holm does")
  func nested() {
    var random = SeededGenerator(seed: 18)
    for _ in 0..<200 {
      let values = (0..<12).map { _ in Double.random(in: 0...0.2, using: &random) }
      let plain = Multiplicity.bonferroni.adjusted(values)
      let holm = Multiplicity.holm.adjusted(values)
      let hochberg = Multiplicity.benjaminiHochberg.adjusted(values)
      for place in values.indices {
        #expect(holm[place] <= plain[place] && hochberg[place] <= holm[place] + 1e-15)
      }
    }
  }

  @Test("intervals that hold together are each surer")
  func intervals() {
    #expect(isClose(Multiplicity.simultaneous(confidence: 0.95, of: 10), 0.995))
    #expect(isClose(Multiplicity.simultaneous(confidence: 0.95, of: 1), 0.95))
    #expect(isClose(Multiplicity.simultaneous(confidence: 0.95, of: 0), 0.95))
  }

  @Test("the safe cut is the last before the first that fails, though a later one passes")
  func safeCut() {
    let samples = [
      Proportion(events: 0, of: 100), Proportion(events: 1, of: 200),
      Proportion(events: 30, of: 300), Proportion(events: 0, of: 900),
    ]
    #expect(SafeCut.count(samples, leak: 0.05) == 2)
    #expect(SafeCut.count(samples, leak: 0.025) == 0)
    #expect(SafeCut.count(samples, leak: 0.2) == 4)
    #expect(SafeCut.count([], leak: 0.2) == 0)
    #expect(SafeCut.count([Proportion(events: 0, of: 0)], leak: 0.5) == 0)
  }

  @Test("a cut that leaks too much passes as seldom as the error says")
  func safeCutError() throws {
    let distribution = BinomialDistribution(trials: 150, probability: 0.05)
    let passing = (0...150).filter {
      SafeCut.count([Proportion(events: Double($0), of: 150)], leak: 0.05) == 1
    }
    #expect(passing.reduce(0) { $0 + distribution.mass($1) } <= 0.05)
    #expect(!passing.isEmpty)
  }
}
