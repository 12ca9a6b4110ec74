#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A value that threads share, one at a time, and can wait for.
///
/// The standard library's `Mutex` has no condition to wait on, which the ledger's thread needs.
///
/// `@unchecked Sendable`: `value` is touched only between lock and unlock of `mutex`, which lives
/// in memory of its own as long as this object does.
final class Monitor<Value: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Value

  init(_ value: Value) {
    self.value = value
    mutex.initialize(to: pthread_mutex_t())
    changed.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Reads the value, or changes it without anybody who waits needing to know.
  func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body(&value)
  }

  /// Changes the value and wakes everyone who waits for it.
  func change<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    defer { pthread_cond_broadcast(changed) }
    return body(&value)
  }

  /// Waits until `condition` holds, then runs `body` before anybody else can change the value.
  func wait<Result>(
    until condition: (Value) -> Bool, _ body: (inout Value) -> Result
  ) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !condition(value) { pthread_cond_wait(changed, mutex) }
    return body(&value)
  }

  /// As ``wait(until:_:)``, but goes on after some time whether the condition holds or not.
  func wait<Result>(
    until condition: (Value) -> Bool, milliseconds: Int, _ body: (inout Value) -> Result
  ) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    var deadline = timespec()
    clock_gettime(CLOCK_REALTIME, &deadline)
    let nanoseconds = deadline.tv_nsec + milliseconds % 1000 * 1_000_000
    deadline.tv_sec += milliseconds / 1000 + nanoseconds / 1_000_000_000
    deadline.tv_nsec = nanoseconds % 1_000_000_000
    while !condition(value) {
      if pthread_cond_timedwait(changed, mutex, &deadline) != 0 { break }
    }
    return body(&value)
  }
}
