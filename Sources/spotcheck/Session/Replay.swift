import Evaluation
import Interface
import Predictions
import Reviewing
import Screen
import Synchronization

/// The review screen without a terminal: the same state and effects as in a sitting, one after the
/// other, on a clock that only goes on with the keys.
struct Replay {
  /// 2026-01-05T09:00:00Z.
  private static let start = Timestamp(milliseconds: 1_767_603_600_000)
  private static let millisecondsBetweenKeys = 1_000

  private let clock: ReplayClock
  private let ledger: Ledger
  private let worker: EffectWorker
  private var state: ReviewState

  /// Opens and indexes the files of `workspace`; `ledger` replaces the workspace's own.
  init(
    _ workspace: Workspace, _ screen: ScreenOptions, query: String?,
    ledger location: LedgerLocation?,
    depth: Theme.Depth, size: Size
  ) throws {
    if let query { _ = try Query.parse(query) }
    if screen.sample != nil { _ = try DrawOrder(.next(1), where: query).query() }
    let store = try workspace.openStore()
    store.start {}
    store.waitUntilComplete()
    let clock = ReplayClock(Self.start)
    // In a ledger that stays, events of two replays must not have the same names.
    let generator: any RandomNumberGenerator & Sendable =
      location == .memory ? FixedRandomness() : SystemRandomNumberGenerator()
    let ledger = try workspace.openLedger(
      location, clock: { clock.now }, generator: generator)
    self.clock = clock
    self.ledger = ledger
    worker = EffectWorker(
      store: store, ledger: ledger, reviewer: workspace.reviewer, now: { clock.now }, mailbox: nil)
    state = ReviewState(
      options: workspace.reviewOptions(screen, query: query, ledger: ledger),
      keyMap: try workspace.keyMap(),
      theme: Theme(depth: depth, background: workspace.background), store: store,
      book: ledger.book, saving: ledger.status, size: size,
      place: screen.place(resuming: nil, query: query),
      readComment: { ledger.comment(of: $0) })
  }

  /// What the screen shows after `keys`, or when it was left.
  mutating func grid(after keys: [Key]) throws -> CellGrid {
    defer { ledger.close() }
    var goesOn = perform(state.start())
    for key in keys where goesOn {
      _ = state.draw()
      _ = perform(state.update(.drawn(at: clock.milliseconds)))
      clock.advance(by: Self.millisecondsBetweenKeys)
      goesOn = perform(state.update(.key(key, at: clock.milliseconds)))
    }
    return state.draw()
  }

  /// Does everything that `effects` lead to; false where the screen is to be left.
  private mutating func perform(_ effects: [Effect]) -> Bool {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      if case .quit = effect { return false }
      for answer in worker.perform(effect) { waiting += state.update(answer) }
    }
    return true
  }
}

/// A clock that stands still until it is told to go on.
private final class ReplayClock: Sendable {
  private let start: Timestamp
  private let passed = Mutex(0)

  init(_ start: Timestamp) { self.start = start }

  /// Milliseconds since the replay began.
  var milliseconds: Int { passed.withLock { $0 } }

  var now: Timestamp {
    Timestamp(milliseconds: start.milliseconds + Int64(milliseconds))
  }

  func advance(by milliseconds: Int) { passed.withLock { $0 += milliseconds } }
}

/// The same numbers in every replay in memory (SplitMix64), so that events always get the same
/// names.
private struct FixedRandomness: RandomNumberGenerator {
  private var state: UInt64 = 0

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
