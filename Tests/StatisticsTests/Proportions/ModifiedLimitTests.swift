import Testing

@testable import Statistics

@Suite("The first and last limits of an interval")
struct ModifiedLimitTests {
  @Test(
    "of one, two and three events are Poisson's means of 95 % for fewer",
    arguments: [
      (1, 0.051293294387550533), (2, 0.35536151069866205), (3, 0.81769144716395333),
    ] as [(Double, Double)])
  func modifiedWilson(events: Double, mean: Double) throws {
    let interval = try #require(Proportion(events: events, of: 80).modifiedWilson())
    let mirrored = try #require(Proportion(events: 80 - events, of: 80).modifiedWilson())
    #expect(isClose(interval.low, mean / 80))
    #expect(isClose(mirrored.high, 1 - mean / 80))
    #expect(interval.high == Proportion(events: events, of: 80).wilson()?.high)
  }

  @Test("of four events, or three of fifty, are Wilson's own")
  func unmodified() {
    for (events, trials) in [(4.0, 80), (3, 50), (0, 80), (40, 80)] {
      let proportion = Proportion(events: events, of: trials)
      #expect(proportion.modifiedWilson() == proportion.wilson())
    }
  }

  @Test("of Jeffreys' interval are 0 up to one event, and exact without any")
  func jeffreys() throws {
    let none = try #require(Proportion(events: 0, of: 20).jeffreys())
    #expect(none.low == 0 && isPrinted(none.high, 0.1684, decimals: 4))
    let one = try #require(Proportion(events: 1, of: 20).jeffreys())
    #expect(one.low == 0)
    #expect(one.high == Proportion(events: 1, of: 20).jeffreysEqualTailed()?.high)
    let two = Proportion(events: 2, of: 20)
    #expect(two.jeffreys() == two.jeffreysEqualTailed())
    let all = try #require(Proportion(events: 20, of: 20).jeffreys())
    #expect(all.high == 1 && isPrinted(all.low, 1 - 0.1684, decimals: 4))
  }

  @Test("without events are bounded one-sidedly: 59 of them promise less than 5 %")
  func oneSided() throws {
    let bound = try #require(Proportion(events: 0, of: 59).exactUpperBound())
    #expect(bound < 0.05)
    #expect(try #require(Proportion(events: 0, of: 58).exactUpperBound()) > 0.05)
    #expect(
      isPrinted(try #require(Proportion(events: 0, of: 20).exactUpperBound()), 0.139, decimals: 3))
    #expect(Proportion(events: 0, of: 20).exactLowerBound() == 0)
    #expect(Proportion(events: 20, of: 20).exactUpperBound() == 1)
  }
}
