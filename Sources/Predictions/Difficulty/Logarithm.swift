#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one function of the C library's mathematics that difficulty needs.
enum Logarithm {
  /// The number whose natural logarithm is `value`.
  static func exp(_ value: Double) -> Double {
    #if canImport(Glibc)
      Glibc.exp(value)
    #elseif canImport(Musl)
      Musl.exp(value)
    #else
      Darwin.exp(value)
    #endif
  }
}
