import CTerminal

/// Lets any thread wake the one that waits for the terminal.
///
/// Waking many times before the terminal looks is one wake-up, and never blocks.
package struct WakePipe: Sendable {
  /// Owns the two ends of the pipe and closes them when nobody can wake any more.
  private final class Ends: Sendable {
    let read: Int32
    let write: Int32

    init?() {
      var ends: (Int32, Int32) = (-1, -1)
      let isOpen = withUnsafeMutableBytes(of: &ends) {
        cterm_pipe($0.baseAddress?.assumingMemoryBound(to: Int32.self))
      }
      guard isOpen else { return nil }
      (read, write) = ends
    }

    deinit {
      cterm_close_descriptor(read)
      cterm_close_descriptor(write)
    }
  }

  private let ends: Ends

  /// A new pipe, nil where the process has no descriptors left.
  package init?() {
    guard let ends = Ends() else { return nil }
    self.ends = ends
  }

  /// Makes the next or current wait return `.wake`.
  package func wake() {
    cterm_wake(ends.write)
  }

  /// Forgets all wake-ups so far; the terminal does it before it reports one.
  package func drain() {
    cterm_drain(ends.read)
  }

  var descriptor: Int32 { ends.read }
}
