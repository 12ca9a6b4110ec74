import Screen

/// What the terminal or somebody else wants from the program.
package enum TerminalEvent: Hashable, Sendable {
  /// A key, with the time at which it was read, by the clock of `Terminal.now`.
  case key(Key, at: UInt64)
  /// Text that was pasted as a whole, as it came: not yet sanitised.
  case paste(String)
  case resized(Size)
  /// The program was stopped and goes on; everything is drawn again.
  case resumed(Size)
  /// The program is asked to end, by a signal or because the terminal is gone.
  case quit(QuitReason)
  /// Another thread woke the terminal.
  case wake
  /// Nothing happened in time.
  case timeout

  /// Why the program has to end.
  package enum QuitReason: Hashable, Sendable {
    case interrupted, terminated
    /// Nothing that is drawn from now on will be seen.
    case hungUp
  }
}
