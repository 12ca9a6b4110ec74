import TestSupport
import Testing

@testable import Statistics

@Suite("Agreement of two raters")
struct RatingTableTests {
  @Test("is corrected for chance as by hand")
  func byHand() throws {
    let table = RatingTable([[20, 5], [10, 15]])
    #expect(table.agreement() == 0.7)
    let cohen = try #require(table.cohen())
    #expect(isClose(cohen.expected, 0.5) && isClose(cohen.value, 0.4))
    let scott = try #require(table.scott())
    #expect(isClose(scott.expected, 0.55 * 0.55 + 0.45 * 0.45))
    let gwet = try #require(table.gwet())
    #expect(isClose(gwet.expected, 2 * 0.55 * 0.45))
    #expect(isClose(try #require(table.brennanPrediger()).value, 0.4))
  }

  /// SAS/STAT, FREQ procedure: 88 patients by two dermatologists.
  @Test("has the published kappa, with and without weights")
  func published() throws {
    let table = RatingTable([[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]])
    let kappa = try #require(table.cohen())
    #expect(isPrinted(kappa.value, 0.3449, decimals: 4))
    #expect(isPrinted(try #require(kappa.estimate.standardError), 0.0724, decimals: 4))
    let interval = try #require(kappa.interval())
    #expect(isPrinted(interval.low, 0.2030, decimals: 4))
    #expect(isPrinted(interval.high, 0.4868, decimals: 4))
    let weighted = try #require(table.cohen(weights: .linear))
    #expect(isPrinted(weighted.value, 0.5082, decimals: 4))
    #expect(isPrinted(try #require(weighted.estimate.standardError), 0.0655, decimals: 4))
  }

  /// K. L. Gwet, "Kappa statistic is not satisfactory for assessing the extent of agreement between
  /// raters" (2002).
  @Test("stays high by AC1 where nearly all is of one category, and falls by kappa")
  func paradox() throws {
    let table = RatingTable([[118, 5], [2, 0]])
    #expect(isPrinted(try #require(table.agreement()), 0.944, decimals: 4))
    #expect(isPrinted(try #require(table.cohen()).value, -0.0234, decimals: 4))
    #expect(isPrinted(try #require(table.gwet()).value, 0.9408, decimals: 4))
  }

  @Test("is undefined by chance alone, and without items, and 1 without error where all agrees")
  func undefined() throws {
    let single = RatingTable([[20, 0], [0, 0]])
    #expect(single.cohen() == nil && single.scott() == nil && single.krippendorff() == nil)
    #expect(single.cohenTest() == nil && single.agreement() == 1)
    #expect(RatingTable([[9]]).gwet() == nil && RatingTable([[9]]).brennanPrediger() == nil)
    let none = RatingTable([[0, 0], [0, 0]])
    #expect(none.agreement() == nil && none.cohen() == nil && none.gwet() == nil)
    #expect(none.krippendorff() == nil && RatingTable([]).scott() == nil)
    for coefficient in [RatingTable([[5, 0], [0, 7]]).cohen(), single.gwet()] {
      #expect(coefficient?.value == 1 && coefficient?.estimate.standardError == 0)
      #expect(coefficient?.interval() == Interval(low: 1, high: 1))
    }
  }

  @Test("does not depend on who is first or how categories are called")
  func symmetric() throws {
    let counts = [[9, 1, 4], [2, 11, 0], [3, 5, 8]]
    let table = RatingTable(counts)
    let turned = RatingTable((0..<3).map { column in counts.map { $0[column] } })
    let renamed = RatingTable([2, 0, 1].map { row in [2, 0, 1].map { counts[row][$0] } })
    let kinds: [(RatingTable) -> AgreementCoefficient?] = [
      { $0.cohen() }, { $0.scott() }, { $0.gwet() }, { $0.brennanPrediger() },
      { $0.krippendorff() },
    ]
    for kind in kinds {
      let own = try #require(kind(table))
      for other in [turned, renamed] {
        let same = try #require(kind(other))
        #expect(isClose(same.value, own.value))
        let error = try #require(own.estimate.standardError)
        #expect(isClose(try #require(same.estimate.standardError), error))
      }
    }
  }

  @Test("of pairs is that of the table they make")
  func pairs() {
    let table = RatingTable([(0, 0), (0, 1), (1, 1), (1, 1)], categories: 2)
    #expect(table == RatingTable([[1, 1], [0, 2]]))
  }

  @Test("its standard errors are those of leaving out one item at a time")
  func jackknife() throws {
    let counts = [[60, 12, 4], [9, 50, 11], [6, 14, 70]]
    let kinds: [(RatingTable) -> AgreementCoefficient?] = [
      { $0.cohen() }, { $0.cohen(weights: .quadratic) }, { $0.scott() }, { $0.gwet() },
      { $0.gwet(weights: .linear) }, { $0.brennanPrediger() },
    ]
    for kind in kinds {
      var left = Moments()
      for row in 0..<3 {
        for column in 0..<3 {
          var fewer = counts
          fewer[row][column] -= 1
          let value = try #require(kind(RatingTable(fewer))).value
          for _ in 0..<counts[row][column] { left.add(value) }
        }
      }
      let variance = try #require(left.populationVariance) * Double(left.count - 1)
      let error = try #require(kind(RatingTable(counts))?.estimate.standardError)
      #expect(isClose(error, variance.squareRoot(), within: 0.02))
    }
  }
}
