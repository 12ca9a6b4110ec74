#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds back what asks this process to end while a command runs that must not be left behind.
///
/// The command has a process group of its own, so a Ctrl-C at the terminal does not reach it. What was
/// held back takes effect when it is let through: without a handler, the process ends as it was asked to.
/// Of a thread: where another one handles these signals, none is held back. Nor is one that is ignored, as
/// under `nohup`.
struct HeldSignals {
  private let numbers: [Int32]
  private var before = sigset_t()

  /// Begins to hold them back.
  init() {
    numbers = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].filter { !Self.isIgnored($0) }
    var held = sigset_t()
    sigemptyset(&held)
    for number in numbers { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
  }

  /// One of them came.
  var isPending: Bool {
    var pending = sigset_t()
    guard sigpending(&pending) == 0 else { return false }
    return numbers.contains { sigismember(&pending, $0) == 1 }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    // Handlers are compared as the addresses that they are: ignoring is one that is no function's.
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Lets through what came, and holds back nothing more.
  mutating func release() { pthread_sigmask(SIG_SETMASK, &before, nil) }
}
