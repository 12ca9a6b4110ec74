#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The functions of the C library's mathematics that statistics need.
enum Elementary {
  static func exp(_ x: Double) -> Double { libraryExp(x) }

  /// eˣ − 1, exact also where that is next to nothing.
  static func expMinusOne(_ x: Double) -> Double { libraryExpm1(x) }

  /// The natural logarithm.
  static func log(_ x: Double) -> Double { libraryLog(x) }

  /// log(1 + x), exact also where that is next to nothing.
  static func logOnePlus(_ x: Double) -> Double { libraryLog1p(x) }

  static func power(_ base: Double, _ exponent: Double) -> Double { libraryPow(base, exponent) }

  static func sine(_ x: Double) -> Double { librarySin(x) }

  /// The inverse of the sine, for −1 to 1.
  static func arcsine(_ x: Double) -> Double { libraryAsin(x) }

  /// 2/√π ∫ exp(−t²) dt from x to infinity.
  static func complementaryError(_ x: Double) -> Double { libraryErfc(x) }
}

// The library's names would mean the functions above inside of them.
private func libraryExp(_ x: Double) -> Double { exp(x) }
private func libraryExpm1(_ x: Double) -> Double { expm1(x) }
private func libraryLog(_ x: Double) -> Double { log(x) }
private func libraryLog1p(_ x: Double) -> Double { log1p(x) }
private func libraryPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
private func librarySin(_ x: Double) -> Double { sin(x) }
private func libraryAsin(_ x: Double) -> Double { asin(x) }
private func libraryErfc(_ x: Double) -> Double { erfc(x) }
