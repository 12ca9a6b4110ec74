#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How much can be done at the same time.
package enum Processors {
  /// The processors that are there, at most eight: reading does not get faster with more.
  package static let count = max(1, min(8, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
}
