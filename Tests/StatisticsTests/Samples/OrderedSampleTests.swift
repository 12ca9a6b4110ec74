import Testing

@testable import Statistics

@Suite("Quantiles and means")
struct OrderedSampleTests {
  @Test("quantiles lie between neighbours in proportion")
  func quantiles() throws {
    let sample = try #require(OrderedSample([30, 10, 20, 50]))
    #expect(sample.quantile(0) == 10 && sample.quantile(1) == 50 && sample.median == 25)
    #expect(isClose(try #require(sample.quantile(0.9)), 44))
    #expect(sample.quantile(1.1) == nil && sample.quantile(.nan) == nil)
    #expect(OrderedSample([7])?.quantile(0.3) == 7)
    #expect(OrderedSample([1, .nan]) == nil && OrderedSample([])?.median == nil)
    #expect(OrderedSample([1, .infinity])?.quantile(0) == 1)
  }

  @Test("the interval of the median holds it as often as it says, and is as short as that allows")
  func medianInterval() throws {
    for count in [6, 7, 20, 101] {
      let sample = try #require(OrderedSample((1...count).map(Double.init)))
      let interval = try #require(sample.medianInterval())
      #expect(interval.low + interval.high == Double(count + 1))
      let tosses = BinomialDistribution(trials: count, probability: 0.5)
      let place = Int(interval.low)
      #expect(tosses.atMost(place - 1) <= 0.025 && tosses.atMost(place) > 0.025)
    }
    #expect(OrderedSample([1, 2, 3, 4, 5])?.medianInterval() == nil)
    #expect(OrderedSample([])?.medianInterval() == nil)
  }

  @Test("a mean has the interval of Student's distribution")
  func mean() throws {
    let estimate = try #require(Moments([1, 2, 3]).meanEstimate)
    let interval = try #require(estimate.interval())
    // With two degrees of freedom the quantile is (2p − 1)/√(2p(1 − p)).
    let quantile = 0.95 / 0.04875.squareRoot()
    #expect(isClose(interval.high - 2, quantile / 3.0.squareRoot()))
    #expect(Moments([4]).meanEstimate?.standardError == nil)
    #expect(Moments().meanEstimate == nil)
  }

  @Test("an estimate is absent where a number is not finite, and without width where it is sure")
  func estimate() {
    #expect(Estimate(value: .nan, standardError: 1) == nil)
    #expect(Estimate(value: 1, standardError: .infinity) == nil)
    #expect(Estimate(value: 1, standardError: 0)?.interval() == Interval(low: 1, high: 1))
    #expect(Estimate(value: 1, standardError: nil)?.interval() == nil)
  }
}
