import Evaluation
import Predictions
import Reviewing
import Screen
import TestSupport

@testable import Interface

/// The review screen over a real file and a ledger in memory: keys in, lines out.
///
/// Effects are performed at once and in order, so a test has nothing to wait for. A second passes
/// between keys unless `gap` says otherwise.
final class ScreenHarness {
  var state: ReviewState
  let store: PredictionStore
  let ledger: Ledger
  private(set) var copied: [String] = []
  private(set) var remembered: Place?
  private(set) var hasQuit = false
  private(set) var exports: [String] = []
  /// Milliseconds between two keys.
  var gap = 1_000
  private var now = 0
  private var watch = RunWatch()
  private let folder: TemporaryFolder

  init(
    _ rows: [String], name: String = "run.jsonl", size: Size = Size(columns: 100, rows: 30),
    keyMap: KeyMap = .standard, ledger: Ledger? = nil, place: Place? = nil,
    theme: Theme = Theme(depth: .none), isLedgerRead: Bool = true,
    open: OpenOptions = OpenOptions(), options change: (inout ReviewOptions) -> Void = { _ in }
  ) throws {
    folder = try TemporaryFolder()
    let path = try folder.write(rows.joined(separator: "\n") + "\n", to: name)
    store = try PredictionStore.open([path], options: open)
    store.start(onChange: {})
    store.waitUntilComplete()
    let ledger = try ledger ?? Self.memoryLedger(reviewer: "ada")
    self.ledger = ledger
    var options = ReviewOptions(reviewer: "ada", ledgerPath: "ledger/ada.jsonl", title: name)
    change(&options)
    state = ReviewState(
      options: options, keyMap: keyMap, theme: theme, store: store,
      book: isLedgerRead ? ledger.book : nil, saving: ledger.status, size: size, place: place,
      readComment: { ledger.comment(of: $0) })
    perform(state.start())
    drawn()
  }

  static func memoryLedger(reviewer: String) throws -> Ledger {
    try Ledger.open(
      .memory, reviewer: reviewer, clock: { Timestamp(milliseconds: 1_767_603_600_000) },
      onChange: {})
  }

  /// Types a script such as `jjw<Enter>`.
  func type(_ script: String) throws {
    for key in try KeyScript.parse(script) { press(key) }
  }

  func press(_ key: Key) {
    now += gap
    perform(state.update(.key(key, at: now)))
    drawn()
  }

  func send(_ event: Event) {
    perform(state.update(event))
    drawn()
  }

  /// What the terminal shows.
  var text: String { state.draw().text() }
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The ids of the list, in order.
  var keys: [String] { state.list.rows.map { store.prediction(at: $0).key } }

  var selectedKey: String? { state.selected?.key }

  /// What `reviewer` says of the prediction `key` now.
  func review(of key: String, by reviewer: String = "ada") -> Review? {
    currentReview(of: key, by: reviewer)?.review
  }

  /// As ``review(of:by:)``, with its circumstances.
  func currentReview(of key: String, by reviewer: String = "ada") -> CurrentReview? {
    let predictions = (0..<store.snapshot.rowCount).map { store.prediction(at: $0) }
    return predictions.first { $0.key == key }
      .flatMap { ledger.book.review(of: $0.contentDigest, by: reviewer) }
  }

  private func drawn() {
    _ = state.draw()
    perform(state.update(.drawn(at: now)))
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .append(let draft, let token):
      let id = ledger.append(draft)
      perform(state.update(.appended(token: token, id: id)))
      perform(state.update(.ledger(ledger.book, ledger.status)))
    case .arrange(let arrangement, let id, let first):
      do {
        let context = context
        let rows = try Arranger.rows(arrangement, from: first, context: context) { false }
        perform(
          state.update(
            .arranged(id: id, rows: rows ?? [], of: first..<context.snapshot.rowCount)))
      } catch {
        perform(state.update(.arrangementFailed(id: id, reason: error.description)))
      }
    case .find(let text, let id, let before):
      guard let found = Finder(text).found(after: before, in: context) else { return }
      perform(state.update(.found(id: id, found, isPaused: true)))
    case .countReviews(var counts):
      counts.count(upTo: store.snapshot, book: ledger.book)
      perform(state.update(.reviewsCounted(counts)))
    case .sample(let order, let overlap):
      do throws(DrawError) {
        let open = try OpenDraw.start(order, overlap: overlap, in: context, ledger: ledger)
        if let open { perform(state.update(.sampled(open))) }
      } catch {
        perform(state.update(.samplingFailed(error.words)))
      }
      perform(state.update(.ledger(ledger.book, ledger.status)))
    case .checkGuardrails(let rules):
      var evaluator = MetricEvaluator(context)
      let findings = rules.compactMap { try? evaluator.finding(of: $0) }
      perform(state.update(.guardrailsChecked(findings)))
    case .evaluate(let rules, let weight):
      perform(state.update(.evaluated(watch.standing(context, rules: rules, weight: weight))))
    case .measureDue(let rules):
      if let report = try? DueReport(context, rules: rules) {
        perform(state.update(.dueMeasured(report)))
      }
    case .measureExposure:
      let exposure = Exposure(book: ledger.book, snapshot: store.snapshot)
      perform(state.update(.exposureMeasured(exposure)))
    case .collectLabels:
      perform(state.update(.labels(LabelVocabulary.labels(of: store, snapshot: store.snapshot))))
    case .copy(let text): copied.append(text)
    case .remember(let place): remembered = place
    case .export(_, let order):
      if order.path == "exists.csv", !order.replaces {
        perform(state.update(.exportExists(order)))
      } else {
        exports.append(order.redacts ? "\(order.path), redacted" : order.path)
      }
    case .quit: hasQuit = true
    case .cancelFind, .countExport, .redraw, .retrySaving: break
    }
  }

  private var context: QueryContext {
    QueryContext(
      snapshot: store.snapshot, store: store, book: ledger.book, reviewer: "ada",
      now: Timestamp(milliseconds: 1_767_603_600_000))
  }
}
