import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line of shell that is given some bytes to read, so much time, and little room for its output.
///
/// It runs in a process group of its own, which ends with it: at the deadline all of the group is asked
/// to end and a second later made to. What it prints beyond the room is read and thrown away, so that
/// it neither waits for a reader nor fills memory. It may close its input, or never read it.
struct ShellCommand {
  /// How it came to an end.
  enum Ending: Hashable {
    case exited(Int32)
    case signalled(Int32)
    /// It did not end in time and was made to.
    case stopped
    case notStarted(Errno)
  }

  struct Outcome: Hashable {
    let ending: Ending
    /// The beginning of what it printed, to standard output and standard error alike.
    var output: [UInt8] = []
    /// How much it printed in all.
    var printed = 0
    /// It ended, but what it had started held its output open and was made to end.
    var leftSomethingRunning = false
  }

  /// So much of the output is kept.
  static let room = 4096
  /// Milliseconds from the first wish to end until it is no longer a wish.
  static let grace = 1000

  let line: String
  /// Where it runs.
  let folder: String
  let seconds: Int

  /// Runs it and waits for its end, at most as long as it may take and the grace.
  func run(reading input: [UInt8]) -> Outcome {
    let pipes: (input: ClosingPipe, output: ClosingPipe)
    do throws(Errno) {
      pipes = (try ClosingPipe(), try ClosingPipe())
    } catch {
      return Outcome(ending: .notStarted(error))
    }
    var held = HeldSignals()
    defer {
      pipes.input.close()
      pipes.output.close()
      held.release()
    }
    switch start(pipes.input, pipes.output) {
    case .failure(let errno): return Outcome(ending: .notStarted(errno))
    case .success(let group):
      pipes.input.closeReading()
      pipes.output.closeWriting()
      var watch = ShellWatch(
        group: group, input: input, into: pipes.input, from: pipes.output,
        deadline: SteadyClock.milliseconds + seconds * 1000, held: held)
      return watch.untilEnd()
    }
  }

  private func start(_ input: ClosingPipe, _ output: ClosingPipe) -> Result<pid_t, Errno> {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input.reading, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, output.writing, 2)
    // What this process ignores or holds back is no business of the command's: `yes | head` has to end.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let words = ["sh", "-c", #"cd -- "$1" && exec sh -c "$2""#, "sh", folder, line]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let failure = posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, environ)
    return failure == 0 ? .success(process) : .failure(Errno(rawValue: failure))
  }
}
