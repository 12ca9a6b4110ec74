#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lets threads pass one after the other, in the order of their numbers, each number once.
///
/// Unchecked, because the two primitives it holds are made for being shared; `next` is only touched
/// under the lock.
final class Turnstile: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var next = 0

  init() {
    lock.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(lock, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(lock)
    condition.deallocate()
    lock.deallocate()
  }

  /// Runs `body` once all lower numbers have passed.
  func pass<Result>(_ number: Int, _ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    while next != number { pthread_cond_wait(condition, lock) }
    pthread_mutex_unlock(lock)
    let result = body()
    pthread_mutex_lock(lock)
    next += 1
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(lock)
    return result
  }
}
