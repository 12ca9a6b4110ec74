import Predictions
import SystemPackage

/// The reviews of a team: read from the ledger's files, and written to one of them by one thread.
///
/// What is appended is in ``book`` at once and on disk a little later; ``state(of:)`` and
/// ``status`` say how far it has come. The screen never waits for the disk.
///
///     let ledger = try Ledger.open(
///       .init(written: "ledger/{reviewer}.jsonl"), reviewer: "ada", clock: Timestamp.now
///     ) { screen.wake() }
///     let id = ledger.append(LedgerDraft(item: item, body: .review(Review(verdict: .wrong))))
///     ledger.waitUntilSettled()
package final class Ledger: Sendable {
  let core: Monitor<LedgerCore>
  private let clock: @Sendable () -> Timestamp
  private let onChange: @Sendable () -> Void

  private init(
    core: Monitor<LedgerCore>, clock: @escaping @Sendable () -> Timestamp,
    onChange: @escaping @Sendable () -> Void
  ) {
    self.core = core
    self.clock = clock
    self.onChange = onChange
  }

  /// Reads the ledger's files and starts the thread that writes; creates nothing on disk.
  ///
  /// `onChange` is called from that thread whenever the book or the status changed.
  package static func open(
    _ location: LedgerLocation, reviewer: String,
    clock: @escaping @Sendable () -> Timestamp = { Timestamp.now() },
    generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
    onChange: @escaping @Sendable () -> Void = {}
  ) throws(LedgerError) -> Ledger {
    guard location == .memory else {
      throw .cannotWrite(path: location.written ?? "", .notSupported)
    }
    let core = Monitor(LedgerCore(reviewer: reviewer, generator: generator, isWritten: false))
    return Ledger(core: core, clock: clock, onChange: onChange)
  }

  /// Everything that was said, events that are still being saved among it.
  package var book: ReviewBook { core.withLock { $0.replay.book } }

  /// Puts an event into the book and on its way to the disk; returns at once and keeps the order.
  @discardableResult
  package func append(_ draft: LedgerDraft) -> EventID {
    let now = clock()
    return core.change { $0.append(draft, at: now) }
  }

  /// Whether everything that was appended is on disk.
  package var status: SavingStatus { core.withLock { $0.status } }

  /// How far an event has come; one that was read from a file is saved.
  package func state(of id: EventID) -> EventState { core.withLock { $0.states[id] ?? .saved } }

  /// Waits until everything that was appended is saved, rescued or known to be unsaved.
  package func waitUntilSettled() {
    core.wait(until: { $0.isSettled }) { _ in }
  }

  /// Reads what others appended, now; otherwise the thread looks twice a second.
  package func refresh() {}

  /// Saves what is left and ends the thread. The ledger can still be read, not appended to.
  package func close() {}

  /// The comment of a review, from memory or from disk; nothing where it cannot be read any more.
  package func comment(of review: CurrentReview) -> String? {
    core.withLock { $0.comments[review.id] }
  }

  /// The hash of each writer's newest line, as `sha256:…` and in order.
  package var heads: [String] { [] }

  /// What could not be used of the files read so far.
  package var damage: [LedgerDamage] { [] }

  /// The file that is written, as it is named here; nothing for a ledger in memory.
  package var path: String? { nil }
}
