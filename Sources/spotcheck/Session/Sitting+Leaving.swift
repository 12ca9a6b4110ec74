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
  /// Says what was said of how many predictions and where that is; ends as the signal wants where one
  /// came, and as a failure where something is in no file.
  func leave(_ end: ReviewLoop.End, tally: SittingTally, ledger: Ledger) throws {
    for (path, count) in ledger.rescued.sorted(by: { $0.key < $1.key }) {
      Console.report("\(Self.judgements(count)) in \(path), not in the ledger")
    }
    let lost = Self.reportUnsaved(ledger.status)
    switch end {
    case .left:
      try Console.write(Self.goodbye(tally, ledger: ledger) + "\n")
      if lost { throw ExitCode.failure }
    case .stopped(let reason): throw ExitCode(128 + Self.signal(of: reason))
    }
  }

  /// Says why something is not in the ledger; true where it is in no file.
  private static func reportUnsaved(_ status: SavingStatus) -> Bool {
    guard case .unsaved(let count, let reason, let rescued) = status else { return false }
    Console.report(rescued == nil ? "\(judgements(count)) lost: \(reason)" : reason)
    return rescued == nil
  }

  private static func judgements(_ count: Int) -> String {
    count == 1 ? "1 judgement is" : "\(count) judgements are"
  }

  private static func goodbye(_ tally: SittingTally, ledger: Ledger) -> String {
    "\(tally.words) · " + (ledger.path ?? "practice: nothing was written")
  }

  private static func signal(of reason: TerminalEvent.QuitReason) -> Int32 {
    switch reason {
    case .interrupted: SIGINT
    case .terminated: SIGTERM
    case .hungUp: SIGHUP
    }
  }
}
