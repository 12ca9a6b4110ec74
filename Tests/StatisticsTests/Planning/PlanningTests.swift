import Testing

@testable import Statistics

@Suite("How many to look at")
struct PlanningTests {
  @Test("385 for five points to each side, fewer of a small population")
  func halfWidth() throws {
    let trials = try #require(SampleSize.halfWidth(0.05))
    #expect(trials.rounded(.up) == 385)
    let few = try #require(SampleSize.halfWidth(0.05, population: 500))
    #expect(isClose(few, trials / (1 + (trials - 1) / 500)))
    let interval = try #require(Proportion(events: 192.5, of: 385).wald())
    #expect(interval.width <= 0.1)
    #expect(try #require(Proportion(events: 192, of: 384).wald()).width > 0.1)
    #expect(SampleSize.halfWidth(0) == nil && SampleSize.halfWidth(0.1, rate: 2) == nil)
    #expect(SampleSize.halfWidth(0.1, rate: 0) == 0)
  }

  @Test(
    "without an event, the fewest whose exact upper bound is below the rate",
    arguments: [0.9, 0.3, 0.1, 0.05, 0.01, 0.001])
  func withoutEvents(rate: Double) throws {
    for confidence in [0.8, 0.95, 0.997] {
      let count = try #require(SampleSize.withoutEvents(below: rate, confidence: confidence))
      let enough = Proportion(events: 0, of: count).exactUpperBound(confidence: confidence)
      #expect(try #require(enough) <= rate * (1 + 1e-12))
      let fewer = Proportion(events: 0, of: count - 1).exactUpperBound(confidence: confidence)
      #expect((fewer ?? 1) > rate)
    }
  }

  @Test("59 without an event promise less than 5 %, and one is enough where half is accepted")
  func known() {
    #expect(SampleSize.withoutEvents(below: 0.05) == 59)
    #expect(SampleSize.withoutEvents(below: 0.01) == 299)
    #expect(SampleSize.withoutEvents(below: 0.5, confidence: 0.5) == 1)
    #expect(SampleSize.withoutEvents(below: 0.5, confidence: 0.875) == 3)
    #expect(SampleSize.withoutEvents(below: 0) == nil)
    #expect(SampleSize.withoutEvents(below: 1) == nil)
  }

  @Test("two samples of as many find the difference with the power asked for")
  func difference() throws {
    let trials = try #require(SampleSize.difference(0.05, 0.10))
    let effect = 2 * (Elementary.arcsine(0.1.squareRoot()) - Elementary.arcsine(0.05.squareRoot()))
    let shift = effect * (trials / 2).squareRoot()
    let z = StandardNormal.criticalValue(confidence: 0.95)
    let power =
      StandardNormal.tails(at: shift - z).lower + StandardNormal.tails(at: -shift - z).lower
    #expect(isClose(power, 0.8))
    #expect(isClose(try #require(SampleSize.difference(0.10, 0.05)), trials))
    let easier = try #require(SampleSize.difference(0.05, 0.2))
    #expect(easier < trials)
    #expect(SampleSize.difference(0.1, 0.1) == nil)
    #expect(SampleSize.difference(0.1, 0.2, power: 0.01) == nil)
    #expect(SampleSize.difference(0.1, .nan) == nil)
  }

  @Test("as many more as an open guardrail needs, and no fewer")
  func undecided() throws {
    let seen = Proportion(events: 4, of: 40, population: 5000)
    func interval(_ proportion: Proportion) -> Interval? { proportion.modifiedWilson() }
    let more = try #require(seen.trialsUntilDecided(against: 0.15, interval: interval))
    func high(_ more: Int) -> Double? {
      interval(
        Proportion(events: 0.1 * Double(40 + more), of: 40 + more, population: 5000))?.high
    }
    #expect(try #require(high(more)) < 0.15)
    #expect(try #require(high(more - 1)) >= 0.15)
    #expect(seen.trialsUntilDecided(against: 0.5, interval: interval) == 0)
    #expect(seen.trialsUntilDecided(against: 0.05, interval: interval) != nil)
    #expect(seen.trialsUntilDecided(against: 0.1, interval: interval) == nil)
    #expect(seen.trialsUntilDecided(against: 0.101, most: 50, interval: interval) == nil)
    let none = Proportion(events: 0, of: 0)
    #expect(none.trialsUntilDecided(against: 0.1, interval: interval) == nil)
  }
}
