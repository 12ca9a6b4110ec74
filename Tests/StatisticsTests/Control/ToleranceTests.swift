import Testing

@testable import Statistics

@Suite("Ranges that hold most of what is to come")
struct ToleranceTests {
  @Test("whatever the distribution, 59 numbers hold 95 % of it below their largest")
  func wilks() {
    #expect(ToleranceInterval.confidenceOfMaximum(count: 59, coverage: 0.95) > 0.95)
    #expect(ToleranceInterval.confidenceOfMaximum(count: 58, coverage: 0.95) < 0.95)
    #expect(ToleranceInterval.confidenceOfRange(count: 93, coverage: 0.95) > 0.95)
    #expect(ToleranceInterval.confidenceOfRange(count: 92, coverage: 0.95) < 0.95)
    #expect(ToleranceInterval.confidenceOfRange(count: 1, coverage: 0.95) == 0)
  }

  /// NIST/SEMATECH e-Handbook of Statistical Methods, section 7.2.6.3.
  @Test("of a normal distribution have the published factors")
  func published() throws {
    let both = ToleranceInterval.twoSidedFactor(count: 43, coverage: 0.9, confidence: 0.99)
    #expect(isPrinted(try #require(both), 2.217, decimals: 3))
    let one = ToleranceInterval.oneSidedFactor(count: 43, coverage: 0.9, confidence: 0.99)
    #expect(isPrinted(try #require(one), 1.8740, decimals: 4))
    let near = ToleranceInterval.approximateOneSidedFactor(
      count: 43, coverage: 0.9, confidence: 0.99)
    #expect(isPrinted(try #require(near), 1.8752, decimals: 4))
  }

  @Test("come closer to the normal quantile with more numbers")
  func narrowing() throws {
    var last = Double.infinity
    for count in [2, 5, 30, 400, 5000] {
      let factor = try #require(ToleranceInterval.oneSidedFactor(count: count, coverage: 0.95))
      #expect(factor < last && factor > 1.6448)
      last = factor
    }
    #expect(last < 1.69)
    #expect(ToleranceInterval.oneSidedFactor(count: 1, coverage: 0.9) == nil)
    #expect(ToleranceInterval.twoSidedFactor(count: 1, coverage: 0.9) == nil)
    #expect(ToleranceInterval.approximateOneSidedFactor(count: 2, coverage: 0.9) == nil)
  }

  @Test(
    "the noncentral distribution is the integral of its definition",
    arguments: [(4, 1.3, 2), (42, 8.4, 11), (10, -2, -1), (7, 30, 33), (3, 0.5, -0.4), (5, 2, 0)]
      as [(Double, Double, Double)])
  func noncentral(degreesOfFreedom: Double, noncentrality: Double, t: Double) {
    let distribution = NoncentralStudentDistribution(
      degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality)
    let chiSquare = ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom)
    let steps = 20_000
    let end = 6.0
    // Simpson's rule over s = √(χ²/ν), whose density is 2νs times that of χ² at νs².
    let integral = (0...steps).reduce(0) { sum, step in
      let s = end * Double(step) / Double(steps)
      let density = 2 * degreesOfFreedom * s * chiSquare.density(at: degreesOfFreedom * s * s)
      let weight: Double = step == 0 || step == steps ? 1 : step % 2 == 1 ? 4 : 2
      return sum + weight * density * StandardNormal.tails(at: t * s - noncentrality).lower
    }
    #expect(abs(distribution.lower(t) - integral * end / Double(steps) / 3) < 1e-9)
  }

  @Test("without a shift it is Student's own, and its quantiles go back")
  func central() {
    let shifted = NoncentralStudentDistribution(degreesOfFreedom: 5, noncentrality: 0)
    let plain = StudentDistribution(degreesOfFreedom: 5)
    for t in [-3, -0.5, 0, 1.2, 4.0] {
      #expect(abs(shifted.lower(t) - plain.tails(at: t).lower) < 1e-14)
    }
    let other = NoncentralStudentDistribution(degreesOfFreedom: 5, noncentrality: 1.5)
    for p in [0.01, 0.4, 0.975] { #expect(isClose(other.lower(other.quantile(lower: p)), p)) }
  }
}
