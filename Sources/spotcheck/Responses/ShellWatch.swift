import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Feeds a running command, reads it, and sees to it that it ends.
struct ShellWatch {
  private let group: pid_t
  private let into: ClosingPipe
  private let from: ClosingPipe
  private let deadline: Int
  private var input: ArraySlice<UInt8>
  private var kept: [UInt8] = []
  private var printed = 0
  private var block = [UInt8](repeating: 0, count: 65_536)
  /// What asks this process to end meanwhile.
  private let held: HeldSignals

  init(
    group: pid_t, input: [UInt8], into: ClosingPipe, from: ClosingPipe, deadline: Int,
    held: HeldSignals
  ) {
    self.held = held
    self.group = group
    self.input = input[...]
    self.into = into
    self.from = from
    self.deadline = deadline
    into.neverWaitToWrite()
  }

  /// Waits until the command has ended and nobody holds its output open any more; not longer than this
  /// process is to live itself.
  mutating func untilEnd() -> ShellCommand.Outcome {
    let isQuiet = watch(until: deadline, orPending: true)
    // The leader is not waited for before this, so its number is still that of its group.
    let endedByItself = hasEnded
    if !isQuiet {
      signal(SIGTERM)
      // One that was stopped, as by reading from the terminal, hears nothing.
      signal(SIGCONT)
      if !watch(until: SteadyClock.milliseconds + ShellCommand.grace) { signal(SIGKILL) }
    }
    let status = reap()
    var outcome = ShellCommand.Outcome(
      ending: endedByItself ? Self.ending(status) : .stopped)
    outcome.output = kept
    outcome.printed = printed
    outcome.leftSomethingRunning = !isQuiet && endedByItself
    return outcome
  }

  /// False where it was still at work at that time, or when a signal was held back.
  private mutating func watch(until end: Int, orPending stopsForSignals: Bool = false) -> Bool {
    while true {
      if from.reading < 0, hasEnded { return true }
      if stopsForSignals, held.isPending { return false }
      let left = end - SteadyClock.milliseconds
      guard left > 0 else { return false }
      var ends = [
        pollfd(fd: from.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: into.writing, events: Int16(POLLOUT), revents: 0),
      ]
      // The end of a process does not wake a poll, the end of its output does.
      _ = poll(&ends, nfds_t(ends.count), Int32(min(left, from.reading < 0 ? 10 : 100)))
      if ends[0].revents != 0 { read() }
      if ends[1].revents != 0 { write() }
    }
  }

  private mutating func read() {
    let count = block.withUnsafeMutableBytes { [from] bytes in
      #if canImport(Glibc)
        Glibc.read(from.reading, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        Musl.read(from.reading, bytes.baseAddress, bytes.count)
      #else
        Darwin.read(from.reading, bytes.baseAddress, bytes.count)
      #endif
    }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    guard count > 0 else { return from.closeReading() }
    printed += count
    kept += block[..<min(count, max(0, ShellCommand.room - kept.count))]
  }

  private mutating func write() {
    let count = input.withUnsafeBytes { [into] bytes in
      #if canImport(Glibc)
        Glibc.write(into.writing, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        Musl.write(into.writing, bytes.baseAddress, bytes.count)
      #else
        Darwin.write(into.writing, bytes.baseAddress, bytes.count)
      #endif
    }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    // A command that wants to know nothing is as good as any other.
    guard count >= 0 else { return into.closeWriting() }
    input = input.dropFirst(count)
    if input.isEmpty { into.closeWriting() }
  }

  private func signal(_ number: Int32) { _ = kill(-group, number) }

  /// The leader has ended; it is left to be waited for.
  private var hasEnded: Bool {
    var found = siginfo_t()
    while waitid(P_PID, id_t(group), &found, WEXITED | WNOHANG | WNOWAIT) != 0 {
      guard errno == EINTR else { return true }
    }
    return found.si_signo != 0
  }

  /// What the leader ended with; nothing where it does not end even now, as in a broken disk's driver.
  private func reap() -> Int32? {
    var status: Int32 = 0
    for _ in 0..<200 {
      let found = waitpid(group, &status, WNOHANG)
      if found == group { return status }
      if found < 0, errno != EINTR { return nil }
      usleep(10_000)
    }
    return nil
  }

  private static func ending(_ status: Int32?) -> ShellCommand.Ending {
    guard let status else { return .stopped }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }
}
