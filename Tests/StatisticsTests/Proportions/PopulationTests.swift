import Testing

@testable import Statistics

@Suite("Proportions of a population that ends")
struct PopulationTests {
  @Test("are known when all of it was looked at")
  func wholePopulation() throws {
    for events in [0, 3, 7.5, 40] {
      let whole = Proportion(events: events, of: 40, population: 40)
      for (name, method) in ProportionTests.methods {
        let interval = try #require(method(whole))
        #expect(interval.width == 0 && interval.low == whole.rate, "\(name)")
      }
    }
    #expect(Proportion(events: 3, of: 40, population: 40).hypergeometricCounts() == 3...3)
    #expect(Proportion(events: 3, of: 40, population: 40).exactUpperBound() == 0.075)
  }

  @Test("narrow as more of it is looked at, down from those of an endless source")
  func narrowing() throws {
    for (name, method) in ProportionTests.methods where !name.hasPrefix("wald") {
      let endless = try #require(method(Proportion(events: 8, of: 40)))
      let populations = [1_000_000_000, 1000, 100, 50, 41]
      var last = endless.width
      for population in populations {
        let interval = try #require(method(Proportion(events: 8, of: 40, population: population)))
        #expect(interval.width <= last + 1e-9, "\(name) of \(population)")
        last = interval.width
      }
    }
  }

  @Test(
    "have exact limits as counts",
    arguments: [
      (0, 20, 50, 0...6), (2, 20, 50, 2...13), (5, 50, 500, 18...106), (0, 59, 1000, 0...58),
    ])
  func exactCounts(events: Double, trials: Int, population: Int, counts: ClosedRange<Int>) {
    let sample = Proportion(events: events, of: trials, population: population)
    #expect(sample.hypergeometricCounts() == counts)
    let others = sample.complement.hypergeometricCounts()
    #expect(others == population - counts.upperBound...population - counts.lowerBound)
  }

  @Test("have exact limits that never cover less than they say", arguments: [(20, 50), (34, 187)])
  func exactCoverage(trials: Int, population: Int) {
    for marked in 0...population {
      let coverage = Coverage.of(trials, from: population, marked: marked) { $0.hypergeometric() }
      #expect(coverage >= 0.95 - 1e-12, "\(marked)")
    }
  }

  @Test(
    "are covered on average as often as the interval says",
    arguments: [(20, 50), (30, 187), (50, 100), (60, 387)])
  func meanCoverage(trials: Int, population: Int) {
    let methods: [(String, (Proportion) -> Interval?)] = [
      ("modified wilson", { $0.modifiedWilson() }), ("jeffreys", { $0.jeffreys() }),
    ]
    for (name, method) in methods {
      let coverages = (0...population).map {
        Coverage.of(trials, from: population, marked: $0, method)
      }
      let mean = coverages.reduce(0, +) / Double(coverages.count)
      #expect(mean > 0.945 && mean < 0.965, "\(name): \(mean)")
      #expect(coverages.allSatisfy { $0 > 0.87 }, "\(name): \(coverages.min() ?? 0)")
    }
  }

  @Test("with events that are not whole are rounded away from the limit")
  func fractions() throws {
    let sample = Proportion(events: 2.5, of: 20, population: 50)
    let below = try #require(Proportion(events: 2, of: 20, population: 50).hypergeometricCounts())
    let above = try #require(Proportion(events: 3, of: 20, population: 50).hypergeometricCounts())
    #expect(sample.hypergeometricCounts() == below.lowerBound...above.upperBound)
  }
}
