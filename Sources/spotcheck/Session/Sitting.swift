import Evaluation
import Interface
import Predictions
import Reviewing
import Screen
import SystemPackage
import TerminalDevice

/// One reviewer at one terminal with some files: opens everything, runs the screen, says goodbye.
struct Sitting {
  private let workspace: Workspace
  private let screen: ScreenOptions
  private let query: String?
  private let store: PredictionStore
  private let records: SittingRecords
  private let keyMap: KeyMap

  /// Opens the predictions, so that what is wrong with them is said before the screen is taken.
  ///
  /// - Parameter follows: rows that are added to the last file are shown as well.
  init(
    _ workspace: Workspace, _ screen: ScreenOptions, query: String?, follows: Bool = false
  ) throws {
    self.workspace = workspace
    self.screen = screen
    self.query = query
    keyMap = try workspace.keyMap()
    store = try ArrivalWait.showing(for: workspace, follows: follows) {
      try workspace.openStore(early: true, following: follows)
    }
    if let query { try OpeningQuery.check(query, against: store) }
    if screen.sample != nil || workspace.isDaily {
      _ = try DrawOrder(.next(1), where: query).query()
    }
    records = SittingRecords(
      state: screen.practice ? .none : StateFolder(surroundings: workspace.surroundings),
      files: workspace.surroundings.realPaths(of: workspace.paths), reviewer: workspace.reviewer)
  }

  /// What a sitting opens at most at a time: terminal, pipes, ledger, rescue file, cache, records,
  /// an export, and what the queues of the background take for themselves.
  private static let descriptorsNeeded = 24

  /// Runs the screen to its end.
  func run(color: ColorChoice) throws {
    // The queues end the process where they get no descriptor, which must not be in mid-sitting.
    guard OpenFileLimit.leaves(Self.descriptorsNeeded), let wake = WakePipe() else {
      throw CommandError(
        "too few files may be open here for the screen: raise the limit, as with ulimit -n 256")
    }
    BackgroundQueues.begin()
    let mailbox = Mailbox(wake: wake.wake)
    let ledger = try workspace.openLedger(
      screen.practice ? .memory : nil, early: true, onChange: mailbox.noteLedgerChange)
    // For whatever is thrown before the end.
    defer { ledger.close() }
    var terminal = try Terminal(
      usesColor: color.isOn(environment: workspace.surroundings.environment))
    store.start(givesWay: true, onChange: mailbox.noteIndexChange)
    let atOnce = screen.practice ? nil : AtOnceGuards(workspace) { mailbox.post(.notice($0)) }
    var loop = ReviewLoop(
      state: state(ledger, on: terminal),
      worker: EffectWorker(
        store: store, ledger: ledger, reviewer: workspace.reviewer, now: Timestamp.now,
        mailbox: mailbox, atOnce: atOnce),
      mailbox: mailbox, wake: wake,
      notebook: PlaceNotebook(records: records) { mailbox.post(.notice($0)) })
    noteStart(mailbox)
    // Of a ledger that is still being read the loop says so itself.
    let notes = loop.state.isReadingLedger ? [] : ledger.notes
    for note in workspace.found.notes + notes { mailbox.post(.notice(note)) }
    let end = loop.run(on: &terminal)
    store.cancel()
    terminal.close()
    noteExposures(loop.state.exposureCount)
    // Its last look at the disk decides what is to be said.
    ledger.close()
    loop.respondToLast()
    atOnce?.finish()
    try leave(end, tally: loop.state.tally, ledger: ledger)
  }

  private func state(_ ledger: Ledger, on terminal: borrowing Terminal) -> ReviewState {
    var options = workspace.reviewOptions(screen, query: query, ledger: ledger)
    options.showsFirstCard = records.isFirstStart
    return ReviewState(
      options: options, keyMap: keyMap, theme: theme(for: terminal), store: store,
      book: ledger.isRead ? ledger.book : nil,
      saving: ledger.status, size: terminal.size,
      place: workspace.isDaily
        ? nil : screen.place(resuming: records.place(), query: query),
      readComment: { ledger.comment(of: $0) })
  }

  private func noteStart(_ mailbox: Mailbox) {
    do throws(StateFolder.WriteError) {
      try records.noteStart()
    } catch {
      mailbox.post(.notice(error.sentence))
    }
  }

  /// How much upsetting text was looked at stays on this machine.
  private func noteExposures(_ count: Int) {
    guard count > 0 else { return }
    do throws(StateFolder.WriteError) {
      try records.addExposures(count, on: Timestamp.now().day)
    } catch {
      Console.report(error.sentence)
    }
  }

  private func theme(for terminal: borrowing Terminal) -> Theme {
    Theme(
      depth: Theme.Depth(colors: terminal.colors), background: workspace.background,
      glyphs: terminal.isUTF8 ? .unicode : .ascii)
  }
}
