#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Threads for work that takes long: the pool of Swift's tasks is not for blocking reads.
package enum BackgroundThread {
  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs `body` on a thread of its own; false where the system has none to give.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(Work(body))
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, nil, { Self.run($0) }, work.toOpaque())
      if status == 0, let thread { pthread_detach(thread) }
    #else
      var thread = pthread_t()
      let status = pthread_create(&thread, nil, { Self.run($0) }, work.toOpaque())
      if status == 0 { pthread_detach(thread) }
    #endif
    if status != 0 { work.release() }
    return status == 0
  }

  /// Lets other threads of the process go first from now on: those that the calling thread starts have
  /// its priority as well. What a person waits for should not wait for what the person does not.
  static func giveWay() {
    #if canImport(Darwin)
      pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0)
    #elseif canImport(Glibc)
      // Of Linux's threads each has its own; 0 is the calling one.
      _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
    #else
      _ = setpriority(PRIO_PROCESS, 0, 5)
    #endif
  }

  /// Runs `body` on a thread that lets others go first, and returns when it is done.
  ///
  /// The calling thread keeps its priority. Without a thread to be had it does the work itself.
  package static func givingWay(_ body: @escaping @Sendable () -> Void) {
    let gate = Gate()
    let hasStarted = start {
      giveWay()
      body()
      gate.open()
    }
    if hasStarted { gate.wait() } else { body() }
  }

  private static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument {
      Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
    }
    return nil
  }
}

extension BackgroundThread {
  /// Runs `body` on so many threads at once, the calling one included, and returns when all are done.
  ///
  /// Without a thread to be had the others have to do its share.
  package static func together(
    _ threads: Int, _ body: @escaping @Sendable (_ worker: Int) -> Void
  ) {
    let helpers = (1..<max(1, threads)).map { worker in
      let gate = Gate()
      let hasStarted = start {
        body(worker)
        gate.open()
      }
      if !hasStarted { gate.open() }
      return gate
    }
    body(0)
    for helper in helpers { helper.wait() }
  }
}
