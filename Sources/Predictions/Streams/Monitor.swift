#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A value that threads share, and that a thread can wait for to change.
///
///     let count = Monitor(0)
///     count.change { $0 += 1 }
///     count.wait(for: nil) { $0 > 0 ? $0 : nil }
///
/// Unchecked, because the two primitives it holds are made for being shared; the value is only
/// touched under the lock.
final class Monitor<Value: Sendable>: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var shared: Value

  init(_ value: Value) {
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
  var value: Value {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return shared
  }

  /// Changes the value and wakes whoever waits for that.
  func change(_ body: (inout Value) -> Void) {
    pthread_mutex_lock(lock)
    body(&shared)
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(lock)
  }

  /// Waits until `body` finds a result in the value, and gives that; nothing when time ran out.
  func wait<Result>(for limit: Duration?, _ body: (Value) -> Result?) -> Result? {
    let deadline = limit.map { ContinuousClock.now + $0 }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let result = body(shared) { return result }
      guard let deadline else {
        pthread_cond_wait(condition, lock)
        continue
      }
      let rest = deadline - ContinuousClock.now
      guard rest > .zero else { return nil }
      wait(for: rest)
    }
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
