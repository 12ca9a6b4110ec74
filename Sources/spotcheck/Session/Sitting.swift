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

  /// Opens the predictions, so that what is wrong with them is said before the screen is taken.
  init(_ workspace: Workspace, _ screen: ScreenOptions, query: String?) throws {
    if let query { _ = try Query.parse(query) }
    self.workspace = workspace
    self.screen = screen
    self.query = query
    store = try workspace.openStore()
    records = SittingRecords(
      state: StateFolder(surroundings: workspace.surroundings),
      files: workspace.paths.map(workspace.surroundings.realPath), reviewer: workspace.reviewer)
  }

  /// Runs the screen to its end.
  func run(color: ColorChoice) throws {
    guard let wake = WakePipe() else { throw CommandError("no descriptors left: close some files") }
    let mailbox = Mailbox(wake: wake.wake)
    let ledger = try workspace.openLedger(
      screen.practice ? .memory : nil, onChange: mailbox.noteLedgerChange)
    defer { ledger.close() }
    var terminal = try Terminal(
      usesColor: color.isOn(environment: workspace.surroundings.environment))
    store.start(onChange: mailbox.noteIndexChange)
    var loop = ReviewLoop(
      state: state(ledger, on: terminal),
      worker: EffectWorker(
        store: store, ledger: ledger, reviewer: workspace.reviewer, now: Timestamp.now,
        mailbox: mailbox),
      mailbox: mailbox, wake: wake,
      notebook: PlaceNotebook(records: records) { mailbox.post(.notice($0)) })
    let end = loop.run(on: &terminal)
    terminal.close()
    try leave(end, judged: loop.state.judgementCount, ledger: ledger)
  }

  private func state(_ ledger: Ledger, on terminal: borrowing Terminal) -> ReviewState {
    ReviewState(
      options: options(ledger), theme: theme(for: terminal), store: store, book: ledger.book,
      saving: ledger.status, size: terminal.size, place: place,
      readComment: { ledger.comment(of: $0) })
  }

  private func options(_ ledger: Ledger) -> ReviewOptions {
    var options = ReviewOptions(
      reviewer: workspace.reviewer, ledgerPath: ledger.path ?? "memory", title: title)
    options.blindness = screen.blindness
    options.isPractice = screen.practice
    options.shieldsAll = screen.shield == .all
    options.showsFirstCard = records.isFirstStart
    return options
  }

  private func theme(for terminal: borrowing Terminal) -> Theme {
    Theme(
      depth: Theme.Depth(colors: terminal.colors), background: .dark,
      glyphs: terminal.isUTF8 ? .unicode : .ascii)
  }

  /// Where the reviewer stopped, unless the command line says where to begin.
  private var place: Place? {
    var place = records.place()
    if screen.tier != nil || query != nil, place == nil {
      place = Place(tier: nil, key: "", row: 0, sort: "", filter: "")
    }
    if let tier = screen.tier { place?.tier = tier }
    if let query { place?.filter = query }
    return place
  }

  private var title: String {
    let names = workspace.paths.map { FilePath($0).lastComponent?.string ?? $0 }
    return names.count > 2
      ? "\(names[0]) and \(names.count - 1) more" : names.joined(separator: ", ")
  }
}
