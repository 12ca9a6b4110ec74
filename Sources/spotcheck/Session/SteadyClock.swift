#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Milliseconds of the clock that nobody sets and that the terminal's keys are stamped with.
enum SteadyClock {
  static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
  }
}
