extension Proportion {
  /// The exact interval of the share of a finite population, by the hypergeometric distribution.
  ///
  /// The counts that both one-sided tests of half the error each leave possible: Cochran 1977,
  /// section 3.6. Events that are not whole are rounded away from the limit. Nothing without a
  /// population.
  package func hypergeometric(confidence: Double = 0.95) -> Interval? {
    guard let population, let counts = hypergeometricCounts(confidence: confidence) else {
      return nil
    }
    return Interval(
      low: Double(counts.lowerBound) / Double(population),
      high: Double(counts.upperBound) / Double(population))
  }

  /// The same as counts: how many of the population may have the property.
  package func hypergeometricCounts(confidence: Double = 0.95) -> ClosedRange<Int>? {
    guard let population, trials > 0 else { return nil }
    let tail = (1 - confidence) / 2
    let most = mostMarked(of: population, tail: tail)
    let fewest = population - complement.mostMarked(of: population, tail: tail)
    return fewest...most
  }

  /// The largest number with the property of which so few events would not be too improbable.
  func mostMarked(of population: Int, tail: Double) -> Int {
    let seen = Int(events.rounded(.up))
    var low = seen
    var high = population - (trials - seen)
    while low < high {
      let middle = high - (high - low) / 2
      let distribution = HypergeometricDistribution(
        population: population, marked: middle, drawn: trials)
      if distribution.atMost(seen) > tail { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
