import CTerminal
import Screen

extension Terminal {
  /// The next thing that happens; waits no longer than `timeoutMilliseconds`, nil: for ever.
  ///
  /// Signals come before keys, keys before wake-ups, so that nothing keeps a person waiting. Ctrl-Z
  /// stops the program here and becomes `.resumed`.
  package mutating func nextEvent(
    timeoutMilliseconds: Int? = nil, wake: WakePipe? = nil
  ) -> TerminalEvent {
    let deadline = timeoutMilliseconds.map { Terminal.now + UInt64(max(0, $0)) * 1_000_000 }
    // A terminal that is always ready and never has a key is gone, whatever it says.
    var emptyReads = 0
    while true {
      signals |= cterm_take_signals()
      if let event = signalled() { return event }
      if let event = typed() { return event }
      let found = Int(
        cterm_wait(Terminal.milliseconds(until: deadline), wake?.descriptor ?? -1))
      if found & CTERM_SIGNAL != 0 { continue }
      if found & CTERM_DEAD != 0 || emptyReads > 100 { return .quit(.hungUp) }
      if found & CTERM_INPUT != 0 {
        if let event = typed() { return event }
        emptyReads += 1
      } else if found & CTERM_WAKE != 0 {
        wake?.drain()
        return .wake
      } else if found == 0 {
        return .timeout
      }
    }
  }

  private mutating func signalled() -> TerminalEvent? {
    if take(CTERM_HANG_UP) { return .quit(.hungUp) }
    if take(CTERM_TERMINATE) { return .quit(.terminated) }
    if take(CTERM_INTERRUPT) { return .quit(.interrupted) }
    if take(CTERM_SUSPEND) { return .resumed(suspend()) }
    if take(CTERM_CONTINUE) {
      cterm_resume()
      drawAgain()
      return .resumed(size)
    }
    if take(CTERM_RESIZE) {
      cterm_resize()
      drawAgain()
      return .resized(size)
    }
    return nil
  }

  private mutating func take(_ signal: Int) -> Bool {
    defer { signals &= ~UInt32(signal) }
    return signals & UInt32(signal) != 0
  }

  private static func milliseconds(until deadline: UInt64?) -> Int32 {
    guard let deadline else { return -1 }
    let now = Terminal.now
    // Rounded up, or the last millisecond would be spent in a busy loop.
    return deadline <= now ? 0 : Int32(clamping: (deadline - now + 999_999) / 1_000_000)
  }
}
