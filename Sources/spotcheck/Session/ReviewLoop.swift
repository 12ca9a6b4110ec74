import Interface
import Reviewing
import Screen
import TerminalDevice

/// The loop of the review screen: what happens goes into the state, what the state wants is done,
/// and the state is drawn.
///
/// It runs on the thread that owns the terminal and never waits for a disk: background work posts
/// to the mailbox and wakes the terminal.
struct ReviewLoop {
  /// Why the screen was left.
  enum End: Hashable {
    case left
    case stopped(TerminalEvent.QuitReason)
  }

  /// Time passes for the screen at least this often, in milliseconds.
  private static let tick = 1_000
  /// Keys that are there already are taken before the screen is drawn, but no more than this.
  private static let mostKeysPerDrawing = 64
  /// Leaving shows what it waits for once it takes this long, in milliseconds.
  private static let quietWait = 200

  private(set) var state: ReviewState
  private let worker: EffectWorker
  private let mailbox: Mailbox
  private let wake: WakePipe
  private var notebook: PlaceNotebook
  private var end: End?

  init(
    state: ReviewState, worker: EffectWorker, mailbox: Mailbox, wake: WakePipe,
    notebook: PlaceNotebook
  ) {
    self.state = state
    self.worker = worker
    self.mailbox = mailbox
    self.wake = wake
    self.notebook = notebook
  }

  /// Shows the screen until the reviewer leaves it or the process is asked to end.
  mutating func run(on terminal: inout Terminal) -> End {
    perform(state.start(), on: &terminal)
    var end = self.end
    while end == nil {
      draw(on: &terminal)
      takeEvents(from: &terminal)
      notebook.note(state.place, at: SteadyClock.milliseconds)
      end = self.end
    }
    worker.cancel()
    if end == .left { waitForLedger(on: &terminal) } else { waitBriefly() }
    notebook.close(at: state.place)
    return end ?? .left
  }

  /// Responds to what was judged last, once the ledger is closed and nothing more is written.
  func respondToLast() { worker.respondAtOnce() }

  private mutating func draw(on terminal: inout Terminal) {
    terminal.show(state.draw())
    perform(state.update(.drawn(at: SteadyClock.milliseconds)), on: &terminal)
  }

  /// Waits for something to happen, then takes everything that has happened by then.
  private mutating func takeEvents(from terminal: inout Terminal) {
    var wait = Self.tick
    for _ in 0..<Self.mostKeysPerDrawing where end == nil {
      let event = terminal.nextEvent(timeoutMilliseconds: wait, wake: wake)
      take(event, on: &terminal)
      if event == .timeout { return }
      wait = 0
    }
  }

  private mutating func take(_ event: TerminalEvent, on terminal: inout Terminal) {
    switch event {
    case .key(let key, let nanoseconds):
      update(.key(key, at: Int(nanoseconds / 1_000_000)), on: &terminal)
    case .paste(let text): update(.pasted(text), on: &terminal)
    case .resized(let size), .resumed(let size): update(.resized(size), on: &terminal)
    case .quit(let reason): end = .stopped(reason)
    case .wake: takeMail(on: &terminal)
    case .timeout: update(.tick(at: SteadyClock.milliseconds), on: &terminal)
    }
  }

  private mutating func takeMail(on terminal: inout Terminal) {
    let mail = mailbox.empty()
    if mail.indexChanged { update(.indexed(worker.snapshot), on: &terminal) }
    if mail.ledgerChanged, worker.isLedgerRead { takeLedger(on: &terminal) }
    for event in mail.events { update(event, on: &terminal) }
  }

  private mutating func takeLedger(on terminal: inout Terminal) {
    worker.respondAtOnce()
    let isFirst = state.isReadingLedger
    update(worker.ledgerEvent, on: &terminal)
    let notes = (isFirst ? worker.ledgerNotes : []) + worker.newLossesOfLedger()
    for note in notes { update(.notice(note), on: &terminal) }
  }

  private mutating func update(_ event: Event, on terminal: inout Terminal) {
    perform(state.update(event), on: &terminal)
  }

  private mutating func perform(_ effects: [Effect], on terminal: inout Terminal) {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .copy(let text): terminal.copy(text)
      case .redraw: terminal.drawAgain()
      case .remember(let place): notebook.remember(place)
      case .quit: end = .left
      default:
        for answer in worker.perform(effect) { waiting += state.update(answer) }
        if case .append = effect { notebook.remember(state.place) }
      }
    }
  }

  /// What was judged last may still be on its way; the screen stays until it has arrived.
  private mutating func waitForLedger(on terminal: inout Terminal) {
    let start = SteadyClock.milliseconds
    while worker.savingStatus.isOnItsWay {
      let waited = SteadyClock.milliseconds - start
      if waited > Self.quietWait { showWaiting(on: &terminal) }
      switch terminal.nextEvent(timeoutMilliseconds: Self.quietWait, wake: wake) {
      case .quit: return waitBriefly()
      case .key: worker.stopWaitingForLocks()
      default: break
      }
    }
  }

  private mutating func showWaiting(on terminal: inout Terminal) {
    _ = state.update(worker.ledgerEvent)
    if case .waiting(_, let reason) = worker.savingStatus {
      let way = "leaving \(reason): any key has a rescue file take it and leaves"
      _ = state.update(.notice(way))
    }
    terminal.show(state.draw())
  }

  /// Whoever sends a signal does not wait for long.
  private func waitBriefly() {
    worker.stopWaitingForLocks()
    worker.waitForLedger()
  }
}
