/// The beta distribution: what is believed of a share, and the sum of a binomial's terms.
///
/// Its lower tail is the regularised incomplete beta function Iₓ(a, b). Both shapes lie above 0.
/// Time grows with the square root of the smaller of them: 20 µs of 10⁴ and 6 ms of 5·10⁸.
struct BetaDistribution: Hashable, Sendable {
  let a: Double
  let b: Double

  init(_ a: Double, _ b: Double) {
    precondition(a > 0 && b > 0 && a.isFinite && b.isFinite, "a shape of 0 or less")
    self.a = a
    self.b = b
  }

  /// What lies below and above `x`.
  func tails(at x: Double) -> Tails { tails(at: x, complement: 1 - x) }

  /// The same with `complement` = 1 − x given, which `x` next to 1 could not say exactly.
  func tails(at x: Double, complement: Double) -> Tails {
    if x <= 0 { return .allAbove }
    if complement <= 0 { return .allBelow }
    guard x <= (a + 1) / (a + b + 2) else { return mirrored.smallTails(complement, x).reversed }
    return smallTails(x, complement)
  }

  /// The density at `x`, with `complement` = 1 − x.
  func density(at x: Double, complement: Double) -> Double {
    guard x > 0, complement > 0 else { return 0 }
    return Elementary.exp(logPower(x, complement)) / x / complement
  }

  var mirrored: BetaDistribution { BetaDistribution(b, a) }

  /// log of xᵃ yᵇ / B(a, b).
  private func logPower(_ x: Double, _ y: Double) -> Double {
    Stirling.logBinomialTerm(a, b, x, y) + Elementary.log(a * (b / (a + b)))
  }

  /// The tails at `x` about where the distribution begins to grow.
  ///
  /// The continued fraction of DiDonato and Morris, "Algorithm 708: Significant Digit Computation of
  /// the Incomplete Beta Function Ratios", ACM TOMS 18 (1992), section 2, by the method of Lentz.
  private func smallTails(_ x: Double, _ y: Double) -> Tails {
    let tiny = 1e-300
    let first = a * (a * y - b * x + 1) / (a + 1)
    var fraction = abs(first) < tiny ? tiny : first
    var c = fraction
    var d = 0.0
    var m = 1.0
    while m < 1e7 {
      let odd = a + 2 * m - 1
      let numerator = (m * (a + m - 1) / odd) * ((a + b + m - 1) / odd) * (b - m) * x * x
      let denominator =
        m + m * (b - m) * x / odd + (a + m) * (a * y - b * x + 1 + m * (1 + y)) / (odd + 2)
      d = denominator + numerator * d
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = denominator + numerator / c
      if abs(c) < tiny { c = tiny }
      fraction *= c * d
      if abs(c * d - 1) <= .ulpOfOne { break }
      m += 1
    }
    return Tails(lower: Elementary.exp(logPower(x, y)) / fraction)
  }
}
