#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Starts the ledger's thread.
enum LedgerThread {
  /// Runs `body` on a thread of its own, which no signal interrupts.
  ///
  /// SIGXFSZ is among the blocked ones: a file size limit then fails the write with an error
  /// instead of ending the program. Returns false where the system gives no thread.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let box = Unmanaged.passRetained(Body(run: body))
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    // The new thread begins with the mask of the one that makes it.
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let isStarted =
      pthread_create(&thread, nil, LedgerThread.main, box.toOpaque()) == 0
    guard isStarted else {
      box.release()
      return false
    }
    #if canImport(Glibc)
      pthread_detach(thread)
    #else
      if let thread { pthread_detach(thread) }
    #endif
    return true
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) { self.run = run }
  }

  #if canImport(Glibc)
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
      { body in
        if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
        return nil
      }
  #else
    private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      { body in
        Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
        return nil
      }
  #endif
}
