/// What the shell learns from a command.
enum ExitStatus: Int32 {
  case done = 0
  /// It could not be done, or a verification failed.
  case failed = 1
  /// A guardrail was left, or something is overdue.
  case needsAttention = 2
  /// The command line was wrong.
  case usage = 64
}
