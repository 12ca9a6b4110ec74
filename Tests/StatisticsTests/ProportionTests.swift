import Testing

@testable import Statistics

@Suite("Proportions")
struct ProportionTests {
  /// Newcombe, "Two-sided confidence intervals for the single proportion", 1998, Table I.
  @Test(
    "the score interval is the published one",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ])
  func wilson(events: Int, trials: Int, low: Double, high: Double) throws {
    let interval = try #require(Proportion(events: events, trials: trials).wilson())
    #expect(abs(interval.low - low) < 0.00005)
    #expect(abs(interval.high - high) < 0.00005)
  }

  @Test("it lies within 0 and 1, and mirrors when events and the rest change places")
  func mirrors() throws {
    for trials in [1, 2, 7, 100, 1_000_000_000] {
      for events in [0, 1, trials / 3, trials / 2, trials] {
        let interval = try #require(Proportion(events: events, trials: trials).wilson())
        let mirrored = try #require(
          Proportion(events: trials - events, trials: trials).wilson())
        #expect(interval.low >= 0 && interval.high <= 1 && interval.low <= interval.high)
        #expect(abs(interval.low - (1 - mirrored.high)) < 1e-12)
      }
    }
  }

  @Test("without trials there is neither rate nor interval")
  func undefined() {
    #expect(Proportion(events: 0, trials: 0).rate == nil)
    #expect(Proportion(events: 0, trials: 0).wilson() == nil)
  }
}
