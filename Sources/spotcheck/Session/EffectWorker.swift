import Dispatch
import Evaluation
import Interface
import Predictions
import Reviewing
import Synchronization

/// Does what the screen wants done, apart from what concerns the terminal.
///
/// What is quick is done at once and answered; what may take long runs in the background, answers
/// through the mailbox, and is cancelled by the next wish of its kind.
final class EffectWorker {
  /// With fewer rows than this an arrangement takes less time than a flicker would be seen.
  private static let fewRows = 100_000
  /// As much of the files may be read, for a query about what the index does not keep.
  private static let fewBytes = 1 << 20

  /// Milliseconds between two reports of what a find has found: more are not seen.
  private static let reportInterval = 50

  private let store: PredictionStore
  let ledger: Ledger
  private let reviewer: String
  private let now: @Sendable () -> Timestamp
  /// Absent where every effect is to be done before it is answered, as in a replay.
  private let mailbox: Mailbox?
  private var arranging = Cancellation()
  private var finding = Cancellation()
  private let standings = StandingKeeper()
  /// Absent where no review is to be responded to at once.
  private let atOnce: AtOnceGuards?

  init(
    store: PredictionStore, ledger: Ledger, reviewer: String,
    now: @escaping @Sendable () -> Timestamp, mailbox: Mailbox?, atOnce: AtOnceGuards? = nil
  ) {
    self.store = store
    self.ledger = ledger
    self.reviewer = reviewer
    self.now = now
    self.mailbox = mailbox
    self.atOnce = atOnce
  }

  var snapshot: IndexSnapshot { store.snapshot }
  var savingStatus: SavingStatus { ledger.status }
  var ledgerEvent: Event { .ledger(ledger.book, ledger.status) }

  var isLedgerRead: Bool { ledger.isRead }
  /// What is to be told of the ledger once it is read.
  var ledgerNotes: [String] { ledger.notes }
  private var toldLosses: Set<LedgerDamage> = []

  /// What somebody took away from the ledger's files since this was asked.
  func newLossesOfLedger() -> [String] {
    ledger.damage.filter { $0.isLoss && toldLosses.insert($0).inserted }.map(\.words)
  }

  /// The hash of each writer's newest line.
  var heads: [String] { ledger.heads }

  /// The ledger's files.
  var ledgerPaths: [String] { ledger.paths }

  /// Refuses to export into the ledger.
  func refuseLedger(_ path: String) throws(CommandError) { try ledger.refuseExport(to: path) }

  /// Responds to what was judged here as soon as the disk has it.
  func respondAtOnce() {
    guard ledger.status.isOnDisk else { return }
    atOnce?.look(at: context, heads: ledger.heads)
  }

  func waitForLedger() { ledger.waitUntilSettled() }

  /// What somebody else's lock holds up goes to a rescue file.
  func stopWaitingForLocks() { ledger.stopWaitingForLocks() }

  /// Ends all background work.
  func cancel() {
    arranging.cancel()
    finding.cancel()
    store.cancel()
  }

  /// Does what `effect` asks for and returns what is known at once.
  func perform(_ effect: Effect) -> [Event] {
    switch effect {
    case .append(let draft, let token): return append(draft, token)
    case .arrange(let arrangement, let id, let first): return arrange(arrangement, id, from: first)
    case .find(let text, let id, let found): return find(text, id, after: found)
    case .cancelFind:
      finding.cancel()
      return []
    case .countReviews(let counts): return countReviews(counts)
    case .sample(let order, let overlap): return sample(order, overlap: overlap) + settled()
    case .checkGuardrails(let rules): return check(rules)
    case .evaluate(let rules, let weight): return evaluate(rules, weight)
    case .measureDue(let rules): return measureDue(rules)
    case .measureExposure: return measureExposure()
    case .collectLabels: return collectLabels()
    case .countExport(let arrangement): return countExport(arrangement)
    case .export(let arrangement, let order): return export(arrangement, order)
    case .retrySaving:
      return run(inBackground: true) { [ledger] _ in
        ledger.refresh()
        return .ledger(ledger.book, ledger.status)
      }
    case .copy, .remember, .redraw, .quit: return []
    }
  }

  /// Where effects are done one after the other, what was written has reached the ledger.
  private func settled() -> [Event] {
    guard mailbox == nil else { return [] }
    ledger.waitUntilSettled()
    return [ledgerEvent]
  }

  private func append(_ draft: LedgerDraft, _ token: Int) -> [Event] {
    atOnce?.noteJudgement(before: context)
    let id = ledger.append(draft)
    if mailbox == nil { ledger.waitUntilSettled() }
    return [.appended(token: token, id: id), ledgerEvent]
  }

  private func arrange(_ arrangement: Arrangement, _ id: Int, from first: Int) -> [Event] {
    arranging.cancel()
    let cancellation = Cancellation()
    arranging = cancellation
    let context = context
    let rows = first..<max(first, context.snapshot.rowCount)
    let isLong =
      rows.count >= Self.fewRows
      || arrangement.query != nil && context.snapshot.bytesTotal >= Self.fewBytes
    return run(inBackground: isLong) { post in
      do throws(QueryError) {
        let found = try Arranger.rows(
          arrangement, from: first, context: context,
          isCancelled: { cancellation.isCancelled })
        if let unread = context.unread.words {
          post(.notice("\(unread); the filter leaves them out"))
        }
        return found.map { .arranged(id: id, rows: $0, of: rows) }
      } catch {
        return .arrangementFailed(id: id, reason: error.description)
      }
    }
  }

  private func find(_ text: String, _ id: Int, after found: FoundRows) -> [Event] {
    finding.cancel()
    let cancellation = Cancellation()
    finding = cancellation
    let context = context
    return run(inBackground: true) { post in
      let nextReport = Mutex(0)
      let found = Finder(text).found(
        after: found, in: context, isCancelled: { cancellation.isCancelled },
        report: { found in
          let now = SteadyClock.milliseconds
          let isDue = nextReport.withLock { next in
            defer { if now >= next { next = now + Self.reportInterval } }
            return now >= next
          }
          if isDue { post(.found(id: id, found, isPaused: false)) }
        })
      return found.map { .found(id: id, $0, isPaused: true) }
    }
  }

  private func countReviews(_ counts: ReviewCounts) -> [Event] {
    let context = context
    return run(inBackground: true) { _ in
      var counts = counts
      counts.count(upTo: context.snapshot, book: context.book)
      return .reviewsCounted(counts)
    }
  }

  private func evaluate(_ rules: [GuardrailRule], _ weight: String?) -> [Event] {
    let context = context
    return run(inBackground: true) { [standings] _ in
      .evaluated(standings.standing(context, rules: rules, weight: weight))
    }
  }

  /// When everything was last looked at; what is asked about reviews alone needs no draws.
  private func measureDue(_ rules: [GuardrailRule]) -> [Event] {
    let context = context
    return run(inBackground: true) { _ in
      (try? DueReport(context, rules: rules)).map { .dueMeasured($0) }
    }
  }

  private func measureExposure() -> [Event] {
    let context = context
    return run(inBackground: context.snapshot.rowCount >= Self.fewRows) { _ in
      .exposureMeasured(Exposure(book: context.book, snapshot: context.snapshot))
    }
  }

  private func collectLabels() -> [Event] {
    let context = context
    return run(inBackground: true) { _ in
      .labels(LabelVocabulary.labels(of: context.store, snapshot: context.snapshot))
    }
  }

  /// What queries and exports are about, as it is now.
  var context: QueryContext {
    QueryContext(
      snapshot: store.snapshot, store: store, book: ledger.book, reviewer: reviewer, now: now(),
      comment: { [ledger] in ledger.comment(of: $0) })
  }

  /// Runs `work`, which may post events while it runs and returns the last one, or nothing where it
  /// was cancelled.
  func run(
    inBackground: Bool,
    _ work: @escaping @Sendable (_ post: @escaping @Sendable (Event) -> Void) -> Event?
  ) -> [Event] {
    guard let mailbox, inBackground else {
      let posted = Mutex<[Event]>([])
      let last = work { event in posted.withLock { $0.append(event) } }
      return posted.withLock { $0 } + (last.map { [$0] } ?? [])
    }
    DispatchQueue.global(qos: .userInitiated).async {
      if let last = work(mailbox.post) { mailbox.post(last) }
    }
    return []
  }
}
