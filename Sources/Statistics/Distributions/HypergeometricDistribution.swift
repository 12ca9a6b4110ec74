/// How many marked ones are in a sample drawn without putting back.
struct HypergeometricDistribution: CountDistribution, Hashable, Sendable {
  let population: Int
  let marked: Int
  let drawn: Int

  init(population: Int, marked: Int, drawn: Int) {
    precondition(
      marked >= 0 && marked <= population && drawn >= 0 && drawn <= population,
      "more marked or drawn than there are")
    self.population = population
    self.marked = marked
    self.drawn = drawn
  }

  /// The counts that are possible.
  var support: ClosedRange<Int> { max(0, drawn - (population - marked))...min(drawn, marked) }

  /// The most probable count.
  var mode: Int {
    let share = (Double(drawn) + 1) * ((Double(marked) + 1) / (Double(population) + 2))
    return min(max(Int(share), support.lowerBound), support.upperBound)
  }

  /// The probability of exactly so many, as three binomial ones: Loader 2000.
  func mass(_ count: Int) -> Double {
    guard support.contains(count) else { return 0 }
    guard drawn > 0, drawn < population else { return 1 }
    let share = Double(drawn) / Double(population)
    let among = BinomialDistribution(trials: marked, probability: share).mass(count)
    let others = BinomialDistribution(trials: population - marked, probability: share)
      .mass(drawn - count)
    return among * others / BinomialDistribution(trials: population, probability: share).mass(drawn)
  }

  /// The probability of so many or fewer.
  func atMost(_ count: Int) -> Double {
    if count < support.lowerBound { return 0 }
    if count >= support.upperBound { return 1 }
    return count < mode ? sum(from: count, by: -1) : max(0, 1 - sum(from: count + 1, by: 1))
  }

  /// The probability of so many or more.
  func atLeast(_ count: Int) -> Double {
    if count <= support.lowerBound { return 1 }
    if count > support.upperBound { return 0 }
    return count > mode ? sum(from: count, by: 1) : max(0, 1 - sum(from: count - 1, by: -1))
  }

  /// Of one count and all beyond it, away from the mode, until they no longer matter.
  private func sum(from count: Int, by step: Int) -> Double {
    var at = count
    var term = mass(count)
    var sum = 0.0
    while term > sum * .ulpOfOne / 16 {
      sum += term
      term *= step > 0 ? ratioToNext(at) : 1 / ratioToNext(at - 1)
      at += step
    }
    return min(1, sum)
  }

  /// The mass of `count` + 1 over that of `count`.
  private func ratioToNext(_ count: Int) -> Double {
    let rising = Double(marked - count) * Double(drawn - count)
    return rising / (Double(count + 1) * Double(population - marked - drawn + count + 1))
  }
}
