/// What is left of factorials once their large parts have been taken out.
///
/// Probabilities of a billion trials are differences of logarithms of about 2·10¹⁰, of which doubles
/// keep five decimals. C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000),
/// cancels the large parts on paper, and what is left is small and exact.
enum Stirling {
  private static let halfLogTwoPi = 0.9189385332046727

  /// log Γ(z+1) − (z+½) log z + z − ½ log 2π, for z above 0: about 1/12z.
  static func error(_ z: Double) -> Double {
    guard z < 10 else { return series(z) }
    // Γ(z+1) = Γ(z+k+1) / ((z+1)…(z+k)), with z+k where the series holds.
    var product = 1.0
    var shifted = z
    while shifted < 10 {
      shifted += 1
      product *= shifted
    }
    let logGamma =
      series(shifted) + (shifted + 0.5) * Elementary.log(shifted) - shifted
      - Elementary.log(product)
    return logGamma - (z + 0.5) * Elementary.log(z) + z
  }

  /// The asymptotic series, from 10 on right to the last digit: Abramowitz and Stegun, 6.1.41.
  private static func series(_ z: Double) -> Double {
    let square = 1 / (z * z)
    let terms: [Double] = [
      1.0 / 156, -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360,
    ]
    return (1.0 / 12 + square * terms.reduce(0) { $0 * square + $1 }) / z
  }

  /// k log(k/m) + m − k, how far k is from the m that was expected; 0 where they are equal.
  ///
  /// Near each other the terms cancel, so there it is the series of Loader's `bd0`.
  static func deviance(_ k: Double, expected m: Double) -> Double {
    guard k > 0 else { return m }
    guard m > 0 else { return .infinity }
    let difference = k - m
    guard abs(difference) < 0.1 * (k + m) else { return k * Elementary.log(k / m) - difference }
    let v = difference / (k + m)
    var sum = difference * v
    var term = 2 * k * v
    var odd = 3.0
    while true {
      term *= v * v
      let next = sum + term / odd
      if next == sum { return next }
      sum = next
      odd += 2
    }
  }

  /// log of Γ(a+b+1) / (Γ(a+1) Γ(b+1)) xᵃ yᵇ, for x + y = 1 and a and b above 0.
  static func logBinomialTerm(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let n = a + b
    let errors = error(n) - error(a) - error(b)
    let deviances = deviance(a, expected: n * x) + deviance(b, expected: n * y)
    return errors - deviances - halfLogTwoPi - 0.5 * Elementary.log(a * (b / n))
  }

  /// log of xᵃ e⁻ˣ / Γ(a+1), for a and x above 0.
  static func logPoissonTerm(_ a: Double, _ x: Double) -> Double {
    -error(a) - deviance(a, expected: x) - halfLogTwoPi - 0.5 * Elementary.log(a)
  }

  /// log Γ(z), for z above 0.
  static func logGamma(_ z: Double) -> Double {
    error(z) + (z - 0.5) * Elementary.log(z) - z + halfLogTwoPi
  }
}
