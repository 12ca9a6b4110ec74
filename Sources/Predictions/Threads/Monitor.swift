#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A value that threads share, one at a time, and that they can wait for to change.
///
/// The standard library's `Mutex` has no condition to wait on.
///
///     let count = Monitor(0)
///     count.change { $0 += 1 }
///     count.wait(until: { $0 > 0 })
///
/// Unchecked, because the two primitives it holds are made for being shared and live as long as it
/// does; the value is only touched under the lock.
package final class Monitor<Value>: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var shared: Value

  package init(_ value: Value) {
    shared = value
    lock.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(lock, nil)
    #if canImport(Darwin)
      pthread_cond_init(condition, nil)
    #else
      // The clock that nobody sets: else a set clock would stretch a short wait to hours.
      var attributes = pthread_condattr_t()
      pthread_condattr_init(&attributes)
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
      pthread_cond_init(condition, &attributes)
      pthread_condattr_destroy(&attributes)
    #endif
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(lock)
    condition.deallocate()
    lock.deallocate()
  }

  /// The value as it is now.
  package var value: Value { withLock { $0 } }

  /// Reads the value, or changes it without anybody who waits needing to know.
  package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body(&shared)
  }

  /// Changes the value and wakes everyone who waits for it.
  @discardableResult
  package func change<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    defer { pthread_cond_broadcast(condition) }
    return body(&shared)
  }

  /// Waits until `isReached` holds.
  package func wait(until isReached: (Value) -> Bool) { wait(until: isReached) { _ in } }

  /// Waits until `isReached` holds, then runs `body` before anybody else can change the value; goes
  /// on after `limit` whether it holds or not.
  package func wait<Result>(
    until isReached: (Value) -> Bool, atMost limit: Duration? = nil,
    _ body: (inout Value) -> Result
  ) -> Result {
    let deadline = limit.map { ContinuousClock.now + $0 }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while !isReached(shared) {
      guard let deadline else {
        pthread_cond_wait(condition, lock)
        continue
      }
      let rest = deadline - ContinuousClock.now
      guard rest > .zero else { break }
      wait(for: rest)
    }
    return body(&shared)
  }

  private func wait(for rest: Duration) {
    let (seconds, attoseconds) = rest.components
    #if canImport(Darwin)
      var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
      pthread_cond_timedwait_relative_np(condition, lock, &time)
    #else
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      time.tv_sec += Int(seconds)
      time.tv_nsec += Int(attoseconds / 1_000_000_000)
      if time.tv_nsec >= 1_000_000_000 {
        time.tv_sec += 1
        time.tv_nsec -= 1_000_000_000
      }
      pthread_cond_timedwait(condition, lock, &time)
    #endif
  }
}
