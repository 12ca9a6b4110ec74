extension Proportion {
  /// How many more trials, at the rate seen so far, until the interval lies on one side of `bound`:
  /// how long a guardrail will stay open. 0 where it does already.
  ///
  /// Undefined without trials, where the rate is the bound itself, and where more than `most` would be
  /// needed, or more than the population has.
  package func trialsUntilDecided(
    against bound: Double, most: Int = 1_000_000, interval: (Proportion) -> Interval?
  ) -> Int? {
    guard let rate, rate != bound else { return nil }
    let limit = min(most, (population ?? .max) - trials)
    func isDecided(_ more: Int) -> Bool {
      let grown = Proportion(
        events: min(Double(trials + more), rate * Double(trials + more)), of: trials + more,
        population: population)
      guard let interval = interval(grown) else { return false }
      return rate < bound ? interval.high < bound : interval.low > bound
    }
    return firstIndex(in: 0...limit, where: isDecided)
  }
}
