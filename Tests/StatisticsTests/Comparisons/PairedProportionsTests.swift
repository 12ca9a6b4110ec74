import Testing

@testable import Statistics

@Suite("Two proportions of the same items")
struct PairedProportionsTests {
  private static func pair(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> PairedProportions {
    PairedProportions(both: a, firstOnly: b, secondOnly: c, neither: d)
  }

  /// M. W. Fagerland, S. Lydersen and P. Laake, BMC Medical Research Methodology 13:91 (2013).
  @Test(
    "have the published tests",
    arguments: [
      (59, 6, 16, 80, 0.0330, 0.0550, 0.0525, 0.0347),
      (1, 1, 7, 12, 0.0339, 0.0771, 0.0703, 0.0391),
    ])
  func published(
    a: Int, b: Int, c: Int, d: Int, asymptotic: Double, corrected: Double, exact: Double,
    middle: Double
  ) throws {
    let pair = Self.pair(a, b, c, d)
    #expect(isPrinted(try #require(pair.mcNemarTest).p, asymptotic, decimals: 4))
    let continuity = try #require(pair.mcNemarContinuityCorrectedTest)
    #expect(isPrinted(continuity.p, corrected, decimals: 4))
    #expect(isPrinted(try #require(pair.mcNemarExactTest).p, exact, decimals: 4))
    #expect(isPrinted(try #require(pair.mcNemarMidPTest).p, middle, decimals: 4))
  }

  @Test("are tested by the items that tell them apart alone")
  func discordantOnly() {
    let few = Self.pair(0, 3, 9, 0)
    let many = Self.pair(500, 3, 9, 800)
    #expect(few.mcNemarTest == many.mcNemarTest)
    #expect(few.mcNemarExactTest == many.mcNemarExactTest)
    #expect(Self.pair(0, 4, 4, 0).mcNemarExactTest?.p == 1)
    #expect(Self.pair(9, 0, 0, 4).mcNemarTest == nil)
    #expect(Self.pair(9, 0, 0, 4).mcNemarExactTest == nil)
    #expect(Self.pair(9, 0, 0, 4).mcNemarMidPTest == nil)
  }

  @Test("mid-p is the mean of the tails with and without what was seen, and no more than 1")
  func midP() throws {
    for n in 1...25 {
      for b in 0...n {
        let test = try #require(Self.pair(0, b, n - b, 0).mcNemarMidPTest)
        let exact = try #require(Self.pair(0, b, n - b, 0).mcNemarExactTest)
        #expect(test.p <= exact.p && test.p > 0)
      }
    }
    #expect(isClose(try #require(Self.pair(0, 1, 1, 0).mcNemarMidPTest).p, 0.5))
    #expect(isClose(try #require(Self.pair(0, 0, 3, 0).mcNemarMidPTest).p, 0.125))
  }

  @Test("have an interval that turns round with them and stays within -1 and 1")
  func swapped() throws {
    for (a, b, c, d) in [(10, 2, 5, 8), (0, 7, 0, 0), (0, 0, 0, 9), (3, 0, 0, 3), (1, 6, 6, 1)] {
      let pair = Self.pair(a, b, c, d)
      let interval = try #require(pair.newcombe())
      let other = try #require(Self.pair(a, c, b, d).newcombe())
      #expect(isClose(interval.low, -other.high) && isClose(interval.high, -other.low))
      #expect(interval.low >= -1 && interval.high <= 1)
      #expect(interval.contains(try #require(pair.difference)))
    }
    #expect(Self.pair(0, 0, 0, 0).newcombe() == nil)
  }

  @Test("that go together differ more surely than those that do not")
  func correlated() throws {
    let together = try #require(Self.pair(40, 10, 0, 50).newcombe())
    let independent = try #require(Self.pair(20, 30, 20, 30).newcombe())
    #expect(together.width < independent.width)
    let pair = Self.pair(20, 30, 20, 30)
    let unrelated = try #require(TwoProportions(pair.first, pair.second).newcombe())
    #expect(isClose(unrelated.low, independent.low) && isClose(unrelated.high, independent.high))
  }

  @Test("are held by their interval as often as it says, on average")
  func coverage() throws {
    let n = 20
    let tables = (0...n).flatMap { a in
      (0...n - a).flatMap { b in (0...n - a - b).map { (a, b, $0) } }
    }
    let intervals = tables.map { Self.pair($0, $1, $2, n - $0 - $1 - $2).newcombe() }
    let logFactorial = (0...n).map { Stirling.logGamma(Double($0) + 1) }
    var coverages: [Double] = []
    for p in [(0.3, 0.1, 0.2, 0.4), (0.6, 0.15, 0.05, 0.2), (0.05, 0.3, 0.25, 0.4)] {
      let logs = [p.0, p.1, p.2, p.3].map(Elementary.log)
      coverages.append(
        zip(tables, intervals).reduce(0) { sum, pair in
          let (a, b, c) = pair.0
          guard pair.1?.contains(p.1 - p.2) ?? false else { return sum }
          let counts = [a, b, c, n - a - b - c]
          let terms = zip(counts, logs).map { Double($0) * $1 - logFactorial[$0] }
          return sum + Elementary.exp(logFactorial[n] + terms.reduce(0, +))
        })
    }
    #expect(coverages.allSatisfy { $0 > 0.93 && $0 < 0.985 }, "\(coverages)")
  }
}
