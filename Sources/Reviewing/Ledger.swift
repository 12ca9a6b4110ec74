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

  /// The file that is written: the one that was named, or one of this writer's own beside it;
  /// nothing for a ledger in memory.
  package var path: String? { core.withLock { $0.written } }

  /// Whether the named file lies where several machines may write, so that a file of its own
  /// takes what this one appends.
  package var writesOwnFile: Bool { path != files.written }

  private let files: LedgerFiles

  private init(
    core: Monitor<LedgerCore>, files: LedgerFiles, clock: @escaping @Sendable () -> Timestamp
  ) {
    self.core = core
    self.files = files
    self.clock = clock
  }

  deinit {
    // Not waited for: the last reference may go away on the ledger's own thread.
    core.change { $0.isClosing = true }
  }

  /// Up to so many bytes are read in a few milliseconds: opening early waits for them too, lest a
  /// screen changes as soon as it is drawn.
  static let shortSize = 4 << 20

  /// As long does opening early wait for a disk before it goes on without it.
  static let openingPatience = Duration.milliseconds(500)

  /// Reads the ledger's files and starts the thread that writes; creates nothing on disk.
  ///
  /// `environment` says where rescue files may lie. `onChange` is called from the ledger's thread
  /// whenever the book or the status changed.
  ///
  /// - Parameter early: returns before a long ledger is read, and before a disk that does not answer
  ///   says what there is. The book is empty until ``isRead``, and what is appended meanwhile gets
  ///   its number and its link then.
  package static func open(
    _ location: LedgerLocation, reviewer: String, environment: [String: String] = [:],
    clock: @escaping @Sendable () -> Timestamp = { Timestamp.now() },
    generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
    early: Bool = false, onChange: @escaping @Sendable () -> Void = {}
  ) throws(LedgerError) -> Ledger {
    try open(
      location, reviewer: reviewer, environment: environment, clock: clock, generator: generator,
      early: early, isOverNetwork: NetworkFileSystem.holds, onChange: onChange)
  }

  /// - Parameter isOverNetwork: whether other machines may write what lies at a path.
  static func open(
    _ location: LedgerLocation, reviewer: String, environment: [String: String],
    clock: @escaping @Sendable () -> Timestamp,
    generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
    early: Bool = false, isOverNetwork: @escaping @Sendable (String) -> Bool,
    onChange: @escaping @Sendable () -> Void = {}
  ) throws(LedgerError) -> Ledger {
    if location.written != nil, reviewer.isEmpty { throw .noReviewer }
    let files = try LedgerFiles(location, reviewer: reviewer, environment: environment)
    let core = Monitor(
      LedgerCore(reviewer: reviewer, generator: generator, written: files.written))
    let ledger = Ledger(core: core, files: files, clock: clock)
    guard location != .memory else { return ledger }
    core.change { $0.isRead = false }
    let writer = LedgerWriter(core, files, LedgerDisk(files), onChange: onChange)
    let isStarted = LedgerThread.start {
      var writer = writer
      writer.run(early: early, isOverNetwork)
    }
    guard isStarted else {
      throw .cannotWrite(path: files.written ?? "", .resourceTemporarilyUnavailable)
    }
    core.change { $0.hasThread = true }
    try waitForOpening(core, early: early)
    return ledger
  }

  /// Waits until the files are open and, unless they are long, read; early, not for long.
  private static func waitForOpening(
    _ core: Monitor<LedgerCore>, early: Bool
  ) throws(LedgerError) {
    let patience = early ? openingPatience : nil
    let opening = core.wait(until: { $0.opening != nil }, atMost: patience) { core in
      core.opening = core.opening ?? .late
      return core.opening
    }
    switch opening {
    case .refused(let error): throw error
    case .opened(let isLong) where !early || !isLong:
      core.wait(until: \.isRead, atMost: patience) { _ in }
    case .opened, .late, .none: return
    }
  }

  /// Everything that was said, events that are still being saved among it.
  package var book: ReviewBook { core.withLock { $0.intake.replay.book } }

  /// Whether the book holds all that the files said when the ledger was opened.
  package var isRead: Bool { core.withLock { $0.isRead } }

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

  /// How many events of this process each rescue file has, whatever was saved in the ledger later.
  package var rescued: [String: Int] {
    core.withLock { core in
      core.states.values.reduce(into: [:]) { counts, state in
        if case .rescued(let path) = state { counts[path, default: 0] += 1 }
      }
    }
  }

  /// Waits until everything that was appended is saved, rescued or known to be unsaved.
  package func waitUntilSettled() {
    core.wait(until: { $0.isSettled || $0.isClosed }) { _ in }
  }

  /// Waits for nobody's lock any more: what is on its way then goes to a rescue file.
  package func stopWaitingForLocks() { core.change { $0.isHurried = true } }

  /// Reads what others appended, now; otherwise the thread looks twice a second.
  ///
  /// What could not be saved is tried once more. Waits until both are done.
  package func refresh() {
    let asked = core.change { core in
      core.refreshesAsked += 1
      return core.refreshesAsked
    }
    core.wait(until: { $0.refreshesDone >= asked || $0.isClosed || !$0.hasThread }) { _ in }
  }

  /// Tries to save what is left and ends the thread; what is appended later stays unsaved.
  package func close() {
    core.change { $0.isClosing = true }
    // While it is being read and nothing was appended there is nothing to wait for.
    core.wait(until: { $0.isClosed || !$0.hasThread || !$0.isRead && $0.isSettled }) { _ in }
  }

  /// The comment of a review, from memory or from disk; nothing where it cannot be read any more.
  package func comment(of review: CurrentReview) -> String? {
    guard review.hasComment else { return nil }
    let (own, line) = core.withLock { core in
      (core.comments[review.id], core.comments[review.id] == nil ? core.line(of: review.id) : nil)
    }
    guard own == nil, let line else { return own }
    var reader = LedgerLineReader(.whole)
    let event = line.withUnsafeBytes { try? reader.read($0) }
    return event?.id == review.id ? event?.comment : nil
  }

  /// The hash of each writer's newest line on disk, as `sha256:…` and in order.
  package var heads: [String] { core.withLock { $0.heads } }

  /// Every file that the ledger is read from by now.
  package var paths: [String] { files.current() }

  /// Whether a file at `path` would be read with the ledger.
  package func reads(_ path: String) -> Bool { files.reads(path) }

  /// What could not be used of the files read so far.
  package var damage: [LedgerDamage] { core.withLock { $0.intake.damage } }

  /// Names this process in the lines it writes.
  package var writer: String { core.withLock { $0.writer } }
}
