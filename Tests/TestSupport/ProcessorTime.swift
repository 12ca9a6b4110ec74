import Foundation

/// Time that this thread had a processor for, whatever else the machine does meanwhile.
///
/// For tests of how much is done, where doing too much takes hundreds of times longer; how quick
/// something is, the benchmarks say.
package enum ProcessorTime {
  /// How long `work` has a processor; it must stay on its thread.
  package static func taken(by work: () -> Void) -> Duration {
    let start = nanoseconds()
    work()
    return .nanoseconds(nanoseconds() - start)
  }

  private static func nanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
