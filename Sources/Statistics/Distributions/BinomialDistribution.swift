/// How many of so many independent trials come out one way, each with the same probability.
struct BinomialDistribution: CountDistribution, Hashable, Sendable {
  let trials: Int
  let probability: Double

  init(trials: Int, probability: Double) {
    precondition(trials >= 0 && probability >= 0 && probability <= 1, "no binomial distribution")
    self.trials = trials
    self.probability = probability
  }

  var support: ClosedRange<Int> { 0...trials }

  /// The most probable count.
  var mode: Int { min(trials, Int(Double(trials + 1) * probability)) }

  /// The probability of exactly so many; Loader 2000.
  func mass(_ events: Int) -> Double {
    guard events >= 0, events <= trials else { return 0 }
    let others = trials - events
    if probability == 0 || probability == 1 {
      return (probability == 0 ? events : others) == 0 ? 1 : 0
    }
    if events == 0 { return Elementary.exp(Double(trials) * Elementary.logOnePlus(-probability)) }
    if others == 0 { return Elementary.power(probability, Double(trials)) }
    return Elementary.exp(
      Stirling.logBinomialTerm(Double(events), Double(others), probability, 1 - probability))
  }

  /// The probability of so many or fewer: the upper tail of Beta(k+1, n−k), DLMF 8.17.5.
  func atMost(_ events: Int) -> Double {
    if events < 0 { return 0 }
    if events >= trials { return 1 }
    return BetaDistribution(Double(events) + 1, Double(trials - events)).tails(at: probability)
      .upper
  }

  /// The probability of so many or more.
  func atLeast(_ events: Int) -> Double {
    if events <= 0 { return 1 }
    if events > trials { return 0 }
    return BetaDistribution(Double(events), Double(trials - events) + 1).tails(at: probability)
      .lower
  }
}
