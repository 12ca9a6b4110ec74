/// Whether a share rises or falls over groups that have an order, such as tiers from easy to hard.
///
/// The linear trend of W. G. Cochran (1954) and P. Armitage (1955), as A. Agresti, "Categorical Data
/// Analysis", 2nd ed. (2002), eq. 3.15 has it: M² = (n − 1)r².
package struct TrendTest: Hashable, Sendable {
  /// Of the groups' scores with events: above 0 where the share rises.
  package let correlation: Double

  /// The statistic is M = r√(n − 1), standard normal without a trend; two-sided.
  package let result: TestResult

  /// The scores say how far groups lie apart; 0, 1, 2… where nothing is said.
  ///
  /// Undefined where all is an event or nothing, or where only one score has trials.
  package init?(_ groups: [Proportion], scores: [Double]? = nil) {
    let scores = scores ?? groups.indices.map(Double.init)
    precondition(scores.count == groups.count, "not as many scores as groups")
    let total = groups.reduce(0) { $0 + $1.trials }
    guard total > 1 else { return nil }
    let n = Double(total)
    let weighted = zip(groups, scores)
    let events = ExactSum(groups.map(\.events)).value
    let middle = ExactSum(weighted.map { Double($0.trials) * $1 }).value / n
    let rate = events / n
    let covariation = ExactSum(
      weighted.map { ($1 - middle) * ($0.events - rate * Double($0.trials)) }
    ).value
    let spread = ExactSum(
      weighted.map { Double($0.trials) * ($1 - middle) * ($1 - middle) }
    ).value
    let product = spread * n * rate * (1 - rate)
    guard product > 0, let correlation = (covariation / product.squareRoot()).finite else {
      return nil
    }
    self.correlation = correlation
    result = TestResult(z: correlation * (n - 1).squareRoot())
  }
}
