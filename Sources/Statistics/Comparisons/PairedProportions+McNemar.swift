extension PairedProportions {
  /// The test of both rates being equal: z = (b − c)/√(b + c), two-sided; z² is χ² with one degree of
  /// freedom. Q. McNemar, "Note on the sampling error of the difference between correlated
  /// proportions or percentages", Psychometrika 12 (1947).
  ///
  /// Undefined where no item tells the two apart.
  package var mcNemarTest: TestResult? {
    guard let discordant else { return nil }
    return TestResult(z: Double(firstOnly - secondOnly) / discordant.squareRoot())
  }

  /// The same with continuity correction: χ² = (|b − c| − 1)²/(b + c), A. L. Edwards 1948.
  package var mcNemarContinuityCorrectedTest: TestResult? {
    guard let discordant else { return nil }
    let distance = abs(Double(firstOnly - secondOnly)) - 1
    return TestResult(chiSquare: distance * distance / discordant)
  }

  /// The same by the binomial distribution of b among b + c at one half; the statistic is min(b, c).
  package var mcNemarExactTest: TestResult? {
    guard discordant != nil else { return nil }
    return TestResult(statistic: Double(fewer), p: 2 * fewerTail)
  }

  /// The exact test with half the probability of what was seen on each side: M. W. Fagerland,
  /// S. Lydersen and P. Laake, "The McNemar test for binary matched-pairs data: mid-p and asymptotic
  /// are better than exact conditional", BMC Medical Research Methodology 13 (2013), eq. 9.
  package var mcNemarMidPTest: TestResult? {
    guard discordant != nil else { return nil }
    let p = firstOnly == secondOnly ? 1 - halves.mass(fewer) : 2 * fewerTail - halves.mass(fewer)
    return TestResult(statistic: Double(fewer), p: p)
  }

  private var discordant: Double? {
    firstOnly + secondOnly > 0 ? Double(firstOnly + secondOnly) : nil
  }

  private var fewer: Int { min(firstOnly, secondOnly) }
  private var fewerTail: Double { halves.atMost(fewer) }

  private var halves: BinomialDistribution {
    BinomialDistribution(trials: firstOnly + secondOnly, probability: 0.5)
  }
}
