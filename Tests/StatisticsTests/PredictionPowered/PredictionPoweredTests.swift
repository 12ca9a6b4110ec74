import TestSupport
import Testing

@testable import Statistics

@Suite("Means of verdicts with the help of scores")
struct PredictionPoweredTests {
  private static let reviewed = PairedMoments([
    (1, 0.9), (0, 0.2), (0, 0.4), (1, 0.6), (0, 0.1), (0, 0.3), (1, 0.8), (0, 0.1),
  ])
  private static let others = Moments([0.2, 0.9, 0.1, 0.5, 0.3, 0.7, 0.2, 0.4, 0.6, 0.1])

  @Test("are the scores' mean, put right by what the reviewed ones were off")
  func byHand() throws {
    let mean = try #require(
      PredictionPoweredMean(reviewed: Self.reviewed, others: Self.others, lambda: 1))
    #expect(isClose(mean.estimate.value, 0.4 + (3 - 3.4) / 8))
    let residuals = Moments([0.1, -0.2, -0.4, 0.4, -0.1, -0.3, 0.2, -0.1])
    let variance =
      try #require(residuals.populationVariance) / 8
      + (try #require(Self.others.populationVariance)) / 10
    #expect(isClose(try #require(mean.estimate.standardError), variance.squareRoot()))
  }

  @Test("without belief are the mean of the verdicts")
  func classical() throws {
    let mean = try #require(
      PredictionPoweredMean(reviewed: Self.reviewed, others: Self.others, lambda: 0))
    #expect(mean.estimate.value == 0.375)
    #expect(isClose(try #require(mean.estimate.standardError), (0.375 * 0.625 / 8).squareRoot()))
  }

  @Test("are tuned to about the belief of which they vary least")
  func tuned() throws {
    var random = SeededGenerator(seed: 21)
    var reviewed = PairedMoments()
    var others = Moments()
    for place in 0..<4000 {
      let score = Double.random(in: 0...1, using: &random)
      let verdict = Double.random(in: 0...1, using: &random) < score * score ? 1.0 : 0
      if place < 800 { reviewed.add(verdict, score) } else { others.add(score) }
    }
    let tuned = try #require(PredictionPoweredMean(reviewed: reviewed, others: others))
    let error = try #require(tuned.estimate.standardError)
    for step in 0...100 {
      let other = try #require(
        PredictionPoweredMean(reviewed: reviewed, others: others, lambda: Double(step) / 100))
      #expect(try #require(other.estimate.standardError) > error * 0.999)
    }
    #expect(tuned.lambda > 0 && tuned.lambda < 1)
  }

  @Test("believe nothing of a score that says nothing, or says the opposite")
  func useless() throws {
    let constant = PairedMoments([(1, 0.5), (0, 0.5), (0, 0.5)])
    let none = PredictionPoweredMean(reviewed: constant, others: Moments([0.5, 0.5]))
    #expect(none?.lambda == 0)
    let opposite = PairedMoments([(1, 0.1), (0, 0.9), (0, 0.8), (1, 0.2)])
    let against = PredictionPoweredMean(reviewed: opposite, others: Self.others)
    #expect(against?.lambda == 0 && against?.estimate.value == 0.5)
  }

  @Test("are held by their interval as often as it says, in a thousand draws")
  func coverage() throws {
    var random = SeededGenerator(seed: 5)
    let scores = (0..<2000).map { _ in Double.random(in: 0...1, using: &random) }
    let run = scores.map { ($0, Double.random(in: 0...1, using: &random) < $0 ? 1.0 : 0) }
    let truth = try #require(Moments(run.map(\.1)).mean)
    let everything = Moments(scores)
    var held = 0
    for _ in 0..<1000 {
      var reviewed = PairedMoments()
      for _ in 0..<150 {
        let (score, verdict) = run[Int.random(in: 0..<run.count, using: &random)]
        reviewed.add(verdict, score)
      }
      let mean = PredictionPoweredMean(reviewed: reviewed, others: everything)
      if mean?.estimate.interval()?.contains(truth) ?? false { held += 1 }
    }
    // Three standard errors of a thousand draws are 0.021.
    #expect(held > 920 && held < 975, "\(held)")
  }

  @Test("are undefined without reviews, without others, and of numbers that are not finite")
  func undefined() {
    #expect(PredictionPoweredMean(reviewed: PairedMoments(), others: Self.others) == nil)
    #expect(PredictionPoweredMean(reviewed: Self.reviewed, others: Moments()) == nil)
    #expect(PredictionPoweredMean(reviewed: Self.reviewed, others: Moments([.nan])) == nil)
    #expect(
      PredictionPoweredMean(reviewed: PairedMoments([(1, .infinity)]), others: Self.others) == nil)
  }
}
