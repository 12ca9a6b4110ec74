import Foundation
import Predictions
import TestSupport
import Testing

@testable import Reviewing

/// Ledgers on a disk that does not answer when they are opened.
struct LateLedgerTests: LedgerSuite {
  let folder: TemporaryFolder
  /// The disk answers.
  private let answers = Monitor(false)

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "a disk that does not answer keeps no screen waiting, and what is judged is saved when it does")
  func late() throws {
    let before = try open("lin", "team.jsonl")
    before.append(Samples.draft("a", .wrong))
    before.waitUntilSettled()
    before.close()
    let ledger = try openLate("team.jsonl")
    #expect(!ledger.isRead)
    #expect(ledger.book.isEmpty)
    let id = ledger.append(Samples.draft("a", .ok))
    #expect(ledger.state(of: id) == .saving)
    #expect(ledger.status == .saving(1))
    answers.change { $0 = true }
    ledger.waitUntilSettled()
    #expect(ledger.state(of: id) == .saved)
    #expect(ledger.isRead)
    #expect(try events("team.jsonl").map(\.seq) == [1, 2])
    #expect(try LedgerVerification.verify(ledger.paths).isIntact)
    ledger.close()
  }

  @Test("leaving waits for no disk where nothing was judged")
  func leaving() throws {
    let ledger = try openLate("team.jsonl")
    ledger.close()
    answers.change { $0 = true }
  }

  @Test("what turns out late to be no file is told, and what was judged is in a rescue file")
  func lateRefusal() throws {
    #expect(mkfifo(folder.path(of: "team.jsonl"), 0o600) == 0)
    let ledger = try openLate("team.jsonl")
    let id = ledger.append(Samples.draft("a", .ok))
    answers.change { $0 = true }
    ledger.waitUntilSettled()
    let rescue = folder.path(of: "team.rescue-\(ledger.writer).jsonl")
    #expect(ledger.state(of: id) == .rescued(path: rescue))
    #expect(ledger.damage.map(\.kind) == [.notARegularFile])
    ledger.close()
  }

  @Test(
    "a pipe in a ledger's place is refused, early and not, and never waited for",
    arguments: [true, false])
  func pipe(early: Bool) throws {
    let path = folder.path(of: "team.jsonl")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: LedgerError.notARegularFile(path: path, kind: .pipe)) {
      _ = try Ledger.open(LedgerLocation(written: path), reviewer: "ada", early: early)
    }
    #expect(throws: LedgerError.notARegularFile(path: path, kind: .pipe)) {
      try LedgerVerification.verify([path])
    }
  }

  private func openLate(_ name: String) throws -> Ledger {
    let answers = answers
    return try Ledger.open(
      LedgerLocation(written: folder.path(of: name)), reviewer: "ada",
      environment: ["XDG_STATE_HOME": folder.path(of: "state")], clock: Samples.clock(),
      early: true,
      isOverNetwork: { _ in
        answers.wait(until: { $0 })
        return false
      })
  }
}
