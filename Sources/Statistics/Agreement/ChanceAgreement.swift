/// What raters would agree by chance, from the shares of the categories in all ratings together.
enum ChanceAgreement {
  /// Both ratings of a pair are drawn from those shares: W. A. Scott 1955, J. L. Fleiss 1971.
  case pooled

  /// Only some ratings are by chance, and those are uniform: K. L. Gwet, "Computing inter-rater
  /// reliability and its variance in the presence of high agreement", British Journal of Mathematical
  /// and Statistical Psychology 61 (2008).
  case gwet

  /// Every category is as likely: R. L. Brennan and D. J. Prediger 1981.
  case uniform

  /// The expected agreement of categories with `shares`, and by how much it rises with each share.
  ///
  /// Pooled Σw π π; Gwet's T/(q(q − 1)) · Σπ(1 − π), with T = Σw; uniform T/q². Undefined of a single
  /// category for Gwet's.
  func expected(
    shares: [Double], weights: [[Double]]
  ) -> (value: Double, slopes: [Double])? {
    let q = Double(shares.count)
    let total = weights.joined().reduce(0, +)
    switch self {
    case .pooled:
      let weighted = weights.map { zip($0, shares).reduce(0) { $0 + $1.0 * $1.1 } }
      let value = zip(weighted, shares).reduce(0) { $0 + $1.0 * $1.1 }
      return (value, weighted.map { 2 * $0 })
    case .gwet:
      guard shares.count > 1 else { return nil }
      let scale = total / (q * (q - 1))
      let value = shares.reduce(0) { $0 + scale * $1 * (1 - $1) }
      return (value, shares.map { scale * (1 - 2 * $0) })
    case .uniform:
      return shares.isEmpty ? nil : (total / (q * q), shares.map { _ in 0 })
    }
  }
}
