import ArgumentParser
import Interface
import Reviewing
import TerminalDevice

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Sitting {
  /// Says what was said of how many predictions and where that is; ends as the signal wants where one came.
  func leave(_ end: ReviewLoop.End, tally: SittingTally, ledger: Ledger) throws {
    if case .unsaved(let count, let reason, let rescued) = ledger.status {
      Console.report(Self.unsavedSentence(count, reason, rescued))
    }
    switch end {
    case .left: try Console.write(Self.goodbye(tally, ledger: ledger) + "\n")
    case .stopped(let reason): throw ExitCode(128 + Self.signal(of: reason))
    }
  }

  private static func goodbye(_ tally: SittingTally, ledger: Ledger) -> String {
    "\(tally.words) · " + (ledger.path ?? "practice: nothing was written")
  }

  private static func unsavedSentence(_ count: Int, _ reason: String, _ rescued: String?) -> String
  {
    let judgements = count == 1 ? "1 judgement is" : "\(count) judgements are"
    guard let rescued else { return "\(judgements) lost: \(reason)" }
    return "\(judgements) in \(rescued), not in the ledger: \(reason)"
  }

  private static func signal(of reason: TerminalEvent.QuitReason) -> Int32 {
    switch reason {
    case .interrupted: SIGINT
    case .terminated: SIGTERM
    case .hungUp: SIGHUP
    }
  }
}
