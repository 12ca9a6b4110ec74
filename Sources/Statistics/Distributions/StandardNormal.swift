/// The normal distribution of mean 0 and standard deviation 1.
enum StandardNormal {
  /// What lies below and above `z`.
  static func tails(at z: Double) -> Tails {
    let root = 0.5.squareRoot()
    return Tails(
      lower: Elementary.complementaryError(-z * root) / 2,
      upper: Elementary.complementaryError(z * root) / 2)
  }

  static func density(_ z: Double) -> Double {
    Elementary.exp(-z * z / 2) * 0.3989422804014327
  }

  /// What the square of a normal number, or its distance from 0, exceeds: both tails together.
  static func twoSided(_ z: Double) -> Double {
    Elementary.complementaryError(abs(z) * 0.5.squareRoot())
  }

  /// The standard normal number that a two-sided interval of this confidence reaches to: 1.96 of 0.95.
  static func criticalValue(confidence: Double) -> Double {
    precondition(confidence > 0 && confidence < 1, "no confidence between 0 and 1")
    return quantile(.upper((1 - confidence) / 2))
  }

  /// The point whose tail is given; minus or plus infinity of 0 and 1.
  ///
  /// M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied
  /// Statistics 37 (1988), its PPND16, which is right to about 16 digits.
  static func quantile(_ probability: TailProbability) -> Double {
    let p = probability.value
    let sign: Double = if case .lower = probability { 1 } else { -1 }
    precondition(p >= 0 && p <= 1, "not a probability")
    if p == 0 { return -sign * .infinity }
    if p == 1 { return sign * .infinity }
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return sign * q * ratio(central, at: r)
    }
    let r = (-Elementary.log(q < 0 ? p : 1 - p)).squareRoot()
    let z = r <= 5 ? ratio(outer, at: r - 1.6) : ratio(farOut, at: r - 5)
    return q < 0 ? -sign * z : sign * z
  }

  private typealias Coefficients = (numerator: [Double], denominator: [Double])

  /// Both polynomials by Horner's rule, their highest power last.
  private static func ratio(_ coefficients: Coefficients, at r: Double) -> Double {
    coefficients.numerator.reversed().reduce(0) { $0 * r + $1 }
      / coefficients.denominator.reversed().reduce(0) { $0 * r + $1 }
  }

  private static let central: Coefficients = (
    [
      3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
      1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
      3.3430575583588128105e4, 2.5090809287301226727e3,
    ],
    [
      1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
      2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
      5.2264952788528545610e3,
    ]
  )

  private static let outer: Coefficients = (
    [
      1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
      3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
      2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ],
    [
      1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9,
    ]
  )

  private static let farOut: Coefficients = (
    [
      6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
      2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
      2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    [
      1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15,
    ]
  )
}
