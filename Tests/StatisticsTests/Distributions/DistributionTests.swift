import TestSupport
import Testing

@testable import Statistics

/// The expected values were computed with 40 digits from series and integrals of each definition.
@Suite("Distributions")
struct DistributionTests {
  @Test(
    "the beta distribution has both tails to their last digits",
    arguments: [
      (0.5, 0.5, 0.25, 1 / 3.0, 2 / 3.0), (2, 3, 0.4, 0.5248, 0.4752),
      (7.5, 142.5, 0.2, 0.99999996600033082, 3.3999669175698619e-8),
      (30, 1, 0.9, 0.042391158275216235, 0.95760884172478377),
      (0.5, 1000.5, 1e-6, 0.03567505677284132, 0.96432494322715868),
      (400, 600, 0.45, 0.99930140993870229, 0.00069859006129770581),
    ] as [(Double, Double, Double, Double, Double)])
  func beta(a: Double, b: Double, x: Double, lower: Double, upper: Double) {
    let tails = BetaDistribution(a, b).tails(at: x)
    #expect(isClose(tails.lower, lower) && isClose(tails.upper, upper))
    let mirrored = BetaDistribution(b, a).tails(at: 1 - x, complement: x)
    #expect(isClose(mirrored.upper, lower) && isClose(mirrored.lower, upper))
  }

  @Test(
    "the gamma distribution has both tails to their last digits",
    arguments: [
      (0.5, 0.1, 0.34527915398142298, 0.65472084601857702),
      (1, 3, 0.95021293163213606, 0.049787068367863943),
      (10, 30, 0.99999287824913718, 7.1217508628155771e-6),
      (2.5, 40, 0.99999999999999916, 8.3918251148316101e-16),
      (1000, 1100, 0.99894067674607002, 0.0010593232539299773),
    ] as [(Double, Double, Double, Double)])
  func gamma(shape: Double, x: Double, lower: Double, upper: Double) {
    let tails = GammaDistribution(shape: shape).tails(at: x)
    #expect(isClose(tails.lower, lower) && isClose(tails.upper, upper))
  }

  @Test(
    "Student's distribution has both tails together",
    arguments: [
      (1, 2, 0.29516723530086655), (5, -3.5, 0.017284431785293355),
      (43.7, 2, 0.051739527656898303), (1000, 6, 2.7553691733774691e-9),
    ] as [(Double, Double, Double)])
  func student(degreesOfFreedom: Double, t: Double, expected: Double) {
    let distribution = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    #expect(isClose(distribution.twoSided(t), expected))
    let quantile = distribution.quantile(t < 0 ? .lower(expected / 2) : .upper(expected / 2))
    #expect(isClose(quantile, t))
  }

  @Test("F is the distribution of a ratio of variances")
  func ratioOfVariances() {
    let tails = FDistribution(numerator: 10, denominator: 200).tails(at: 2)
    #expect(isClose(tails.lower, 0.96496482034491802))
    let quantile = FDistribution(numerator: 3, denominator: 7).quantile(.lower(0.95))
    #expect(isClose(quantile, 4.346831399907815))
  }

  @Test(
    "the normal distribution has its quantiles to the last digits",
    arguments: [
      (0.975, 1.9599639845400542), (0.0015, -2.9677379253417833), (1e-10, -6.3613409024040562),
      (1e-300, -37.047096299361199),
    ] as [(Double, Double)])
  func normal(p: Double, z: Double) {
    #expect(isClose(StandardNormal.quantile(.lower(p)), z, within: 1e-15))
    #expect(isClose(StandardNormal.tails(at: z).lower, p, within: 2e-12))
  }

  @Test(
    "the binomial distribution has masses and tails",
    arguments: [
      (20, 0.3, 6, 0.19163898275344258, 0.60800981220092401, 0.58362917055251857),
      (50, 0.02, 5, 0.0027315248118654821, 0.99952178278578609, 0.0032097420260793906),
      (1000, 0.5, 560, 1.8642776113082094e-5, 0.99993611784083786, 8.2524935275226518e-5),
      (1_000_000, 1e-6, 7, 7.2990894234651783e-5, 0.99998975102229956, 8.3239871935090113e-5),
    ] as [(Int, Double, Int, Double, Double, Double)])
  func binomial(
    trials: Int, p: Double, events: Int, mass: Double, atMost: Double, atLeast: Double
  ) {
    let distribution = BinomialDistribution(trials: trials, probability: p)
    #expect(isClose(distribution.mass(events), mass))
    #expect(isClose(distribution.atMost(events), atMost))
    #expect(isClose(distribution.atLeast(events), atLeast))
  }

  @Test(
    "the hypergeometric distribution has masses and tails",
    arguments: [
      (50, 13, 20, 2, 0.029248638425452608, 0.034460895785885829, 0.99478774263956678),
      (1000, 58, 59, 0, 0.026383015361105385, 0.026383015361105385, 1),
      (1000, 300, 200, 85, 9.1263707680285046e-6, 0.99999159420867458, 1.7532162093449132e-5),
    ] as [(Int, Int, Int, Int, Double, Double, Double)])
  func hypergeometric(
    population: Int, marked: Int, drawn: Int, count: Int, mass: Double, atMost: Double,
    atLeast: Double
  ) {
    let distribution = HypergeometricDistribution(
      population: population, marked: marked, drawn: drawn)
    #expect(isClose(distribution.mass(count), mass))
    #expect(isClose(distribution.atMost(count), atMost))
    #expect(isClose(distribution.atLeast(count), atLeast))
  }
}
