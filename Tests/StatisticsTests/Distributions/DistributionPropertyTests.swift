import TestSupport
import Testing

@testable import Statistics

@Suite("Distributions of every size")
struct DistributionPropertyTests {
  @Test("a quantile has the tail it was asked for", arguments: [0.5, 3, 700, 1e5, 5e8])
  func quantilesInvert(shape: Double) {
    for tail in [1e-9, 0.0015, 0.025, 0.3, 0.5] {
      for other in [0.5, 20, 1e6] {
        let beta = BetaDistribution(shape, other)
        let low = beta.quantile(.lower(tail))
        let high = beta.quantile(.upper(tail))
        let lower = beta.tails(at: low.value, complement: low.complement).lower
        let upper = beta.tails(at: high.value, complement: high.complement).upper
        // A tail moves by so many times as much as its point.
        #expect(isClose(lower, tail, within: 1e-8), "\(shape) \(other)")
        #expect(isClose(upper, tail, within: 1e-8), "\(shape) \(other)")
        // One half is the same point from both sides.
        #expect(tail < 0.5 ? low.value < high.value : isClose(low.value, high.value))
      }
      let gamma = GammaDistribution(shape: shape)
      #expect(isClose(gamma.tails(at: gamma.quantile(.lower(tail))).lower, tail, within: 1e-9))
      #expect(isClose(gamma.tails(at: gamma.quantile(.upper(tail))).upper, tail, within: 1e-9))
    }
  }

  @Test("the certain probabilities lie at the ends")
  func ends() {
    #expect(BetaDistribution(2, 3).quantile(.lower(0)).value == 0)
    #expect(BetaDistribution(2, 3).quantile(.upper(0)).value == 1)
    #expect(BetaDistribution(2, 3).quantile(.lower(1)).value == 1)
    #expect(GammaDistribution(shape: 2).quantile(.lower(0)) == 0)
    #expect(GammaDistribution(shape: 2).quantile(.upper(0)) == .infinity)
    #expect(StandardNormal.quantile(.lower(0)) == -.infinity)
    #expect(StandardNormal.quantile(.upper(0)) == .infinity)
    #expect(BinomialDistribution(trials: 3, probability: 0).mass(0) == 1)
    #expect(BinomialDistribution(trials: 3, probability: 1).atMost(2) == 0)
    #expect(HypergeometricDistribution(population: 5, marked: 2, drawn: 5).mass(2) == 1)
  }

  @Test("tails never fall while their point rises")
  func monotone() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let beta = BetaDistribution(
        Double.random(in: 0.5...200, using: &random), Double.random(in: 0.5...2000, using: &random))
      let points = (0...60).map { Double($0) / 60 }
      let lower = points.map { beta.tails(at: $0).lower }
      #expect(zip(lower, lower.dropFirst()).allSatisfy { $0 <= $1 + 1e-13 })
    }
  }

  @Test("the masses of every count make one")
  func massesAddUp() {
    for (trials, p) in [(1, 0.3), (40, 0.01), (500, 0.77)] {
      let binomial = BinomialDistribution(trials: trials, probability: p)
      #expect(isClose((0...trials).reduce(0) { $0 + binomial.mass($1) }, 1))
      let drawn = HypergeometricDistribution(population: trials * 2, marked: trials, drawn: trials)
      #expect(isClose(drawn.support.reduce(0) { $0 + drawn.mass($1) }, 1))
    }
  }
}
