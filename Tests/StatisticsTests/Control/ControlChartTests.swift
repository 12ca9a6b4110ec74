import Testing

@testable import Statistics

@Suite("Control charts")
struct ControlChartTests {
  @Test("of shares have limits of each sample's own size, within 0 and 1")
  func shares() throws {
    let samples = [(5.0, 100), (9, 100), (30, 100), (0, 4)].map { Proportion(events: $0, of: $1) }
    let chart = try #require(ControlChart.shares(samples))
    let centre = 44.0 / 304
    #expect(isClose(chart.centre, centre))
    #expect(isClose(chart.limits[0].high, centre + 3 * (centre * (1 - centre) / 100).squareRoot()))
    #expect(chart.limits[3].low == 0 && chart.limits[3].width > chart.limits[0].width)
    #expect(chart.outside == [2])
  }

  @Test("of counts reach three roots from the mean")
  func counts() throws {
    let chart = try #require(ControlChart.counts([16, 14, 28, 16, 29, 3, 6]))
    #expect(chart.centre == 16 && chart.limits[0] == Interval(low: 4, high: 28))
    #expect(chart.outside == [4, 5])
    #expect(ControlChart.counts([1, 0, 0])?.limits[0].low == 0)
  }

  @Test("of single numbers follow the distance of neighbours")
  func individuals() throws {
    let points = [10.0, 11, 10, 11, 10, 11, 10, 20]
    let chart = try #require(ControlChart.individuals(points))
    let ranges = try #require(ControlChart.movingRanges(points))
    #expect(isClose(ranges.centre, 16.0 / 7) && ranges.outside == [6])
    #expect(isClose(chart.limits[0].width, 6 * ranges.centre / 1.128))
    #expect(chart.outside == [7])
    #expect(ControlChart.individuals([1, 2, 2, 1])?.outside == [])
  }

  @Test("of runs widen where a run was reviewed less")
  func estimates() throws {
    let errors = [0.01, 0.01, 0.02, 0.01, 0.01, 0.05, 0.01, 0.01]
    let values = [0.10, 0.11, 0.09, 0.10, 0.10, 0.20, 0.11, 0.15]
    let runs = try zip(values, errors).map { try #require(Estimate(value: $0, standardError: $1)) }
    let chart = try #require(ControlChart.estimates(runs))
    #expect(isClose(chart.limits[5].width, 0.3) && isClose(chart.limits[0].width, 0.06))
    #expect(chart.outside == [7])
    let weights = errors.map { 1 / ($0 * $0) }
    let centre = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    #expect(isClose(chart.centre, centre))
  }

  @Test("are undefined without points, of few runs, and without standard errors")
  func undefined() throws {
    #expect(ControlChart.shares([]) == nil && ControlChart.counts([]) == nil)
    #expect(ControlChart.shares([Proportion(events: 0, of: 0)]) == nil)
    #expect(ControlChart.individuals([1]) == nil && ControlChart.movingRanges([1]) == nil)
    #expect(ControlChart.individuals([1, .nan, 2]) == nil)
    let run = try #require(Estimate(value: 0.1, standardError: 0.01))
    let sure = try #require(Estimate(value: 0.1, standardError: 0))
    let unsure = try #require(Estimate(value: 0.1, standardError: nil))
    #expect(ControlChart.estimates([Estimate](repeating: run, count: 7)) == nil)
    #expect(ControlChart.estimates([Estimate](repeating: run, count: 8)) != nil)
    for other in [sure, unsure] {
      #expect(ControlChart.estimates([Estimate](repeating: run, count: 8) + [other]) == nil)
    }
  }

  @Test("with a memory begin at the target, and their limits widen up to a bound")
  func movingAverage() throws {
    let average = try #require(MovingAverage([12, 8, 10], target: 10, deviation: 1, memory: 0.5))
    #expect(average.averages == [10, 11, 9.5, 9.75])
    let widths = average.limitsInTime.map(\.width)
    #expect(isClose(widths[0], 3) && widths[0] < widths[1] && widths[1] < widths[2])
    #expect(isClose(average.limits.width, 6 * (1 / 3.0).squareRoot()))
    #expect(average.outside == [])
    #expect(MovingAverage([12], target: 10, deviation: 0.1, memory: 1)?.outside == [0])
    #expect(MovingAverage([1, .nan], target: 10, deviation: 1) == nil)
  }

  @Test("with a sum signal a small change that lasts, upward or downward")
  func cumulativeSum() throws {
    let sum = try #require(CumulativeSum([0, 2, 2, 2], target: 0, slack: 0.5, threshold: 4))
    #expect(sum.above == [0, 1.5, 3, 4.5] && sum.sums == [0, 2, 4, 6])
    #expect(sum.firstSignal == 3)
    let down = CumulativeSum([0, -2, -2, -2], target: 0, slack: 0.5, threshold: 4)
    #expect(down?.below == sum.above && down?.firstSignal == 3)
    let calm = CumulativeSum([1, -1, 1], target: 0, slack: 0.5, threshold: 4)
    #expect(calm != nil && calm?.firstSignal == nil)
    #expect(CumulativeSum([.infinity], target: 0, slack: 0.5, threshold: 4) == nil)
  }
}
