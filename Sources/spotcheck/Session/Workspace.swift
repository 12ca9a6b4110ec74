import Configuration
import Evaluation
import Predictions
import Reviewing

/// What options, configuration and surroundings amount to: which files, read how, judged by whom,
/// and where the ledger is.
struct Workspace {
  let surroundings: Surroundings
  let paths: [String]
  let openOptions: OpenOptions
  /// Where indexes are kept; absent where they are not to be.
  let cache: IndexCache?
  let ledgerPlace: LedgerPlace
  /// The files are the newest run of the configuration, and today's draw of it is gone through.
  let isDaily: Bool
  let fields: NamedFields
  /// The configuration that applies, with what is not used of it.
  let found: FoundConfiguration

  var reviewer: String { ledgerPlace.reviewer }

  init(
    _ predictions: PredictionOptions, _ ledger: LedgerOptions, in surroundings: Surroundings,
    isDaily: Bool = false
  ) throws {
    self.isDaily = isDaily
    self.surroundings = surroundings
    paths = predictions.files
    found = try FoundConfiguration(
      // The day's run is looked for where the configuration is, not the other way round.
      named: ledger.config, predictions: isDaily ? nil : predictions.files.first,
      workingFolder: surroundings.workingFolder.string)
    ledgerPlace = try LedgerPlace(ledger, found, in: surroundings)
    var openOptions = OpenOptions(
      rowsPath: predictions.rows, fields: predictions.fields, run: predictions.run)
    found.configuration.complete(&openOptions)
    openOptions.streams = StreamOptions(spoolFolder: surroundings.spoolFolder)
    self.openOptions = openOptions
    fields = NamedFields(predictions, configured: found.configuration.fields)
    cache = predictions.noCache ? nil : IndexCache(in: surroundings)
    for note in found.notes { Console.report("note: \(note)") }
  }

  /// Opens the predictions; throws as well where the command line names a field that no row has.
  ///
  /// - Parameters:
  ///   - early: begins with the first rows of a stream, for a screen that shows the others later.
  ///   - following: takes rows that are added to the last file.
  func openStore(
    early: Bool = false, following: Bool = false
  ) throws -> PredictionStore {
    var options = openOptions
    options.streams.opensEarly = early
    options.streams.follows = following
    let store = try PredictionStore.open(paths, options: options, cache: cache)
    try fields.check(in: store.snapshot.files)
    return store
  }

  /// Whether predictions come from standard input.
  var readsStandardInput: Bool { paths.contains(StreamOptions.standardInputPath) }

  /// Opens the ledger, or the one at `location` instead.
  ///
  /// - Parameter early: returns before a long ledger is read, for a screen that shows it later.
  func openLedger(
    _ location: LedgerLocation? = nil,
    clock: @escaping @Sendable () -> Timestamp = { Timestamp.now() },
    generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
    early: Bool = false, onChange: @escaping @Sendable () -> Void = {}
  ) throws(LedgerError) -> Ledger {
    let ledger = try Ledger.open(
      location ?? ledgerPlace.location, reviewer: reviewer,
      environment: surroundings.environment, clock: clock, generator: generator,
      early: early, onChange: onChange)
    for note in ledger.damageNotes { Console.report("note: \(note)") }
    return ledger
  }
}

extension Workspace {
  /// Everything that there is, for a command that looks at all of it: the predictions, read to their end
  /// while a line shows how far, and what the ledger says of them. Whoever asks closes the ledger.
  ///
  /// - Parameter known: the ledger where it is open already.
  func openAll(
    ledger known: Ledger? = nil, now: Timestamp = .now()
  ) throws -> (context: QueryContext, ledger: Ledger) {
    let store = try openStore()
    let snapshot = store.indexed(showing: ProgressLine("reading"))
    Console.report(interruptionsOf: snapshot.files)
    Console.report(
      missingOf: fields, in: snapshot.files, segments: Set(snapshot.valuedSegments))
    let ledger = try known ?? openLedger()
    let context = QueryContext(
      snapshot: snapshot, store: store, book: ledger.book, reviewer: reviewer, now: now,
      comment: { ledger.comment(of: $0) })
    return (context, ledger)
  }
}

extension Ledger {
  /// What a sitting is told of the ledger: where else it writes, and ``damageNotes``.
  var notes: [String] {
    guard writesOwnFile, let path else { return damageNotes }
    return [
      "the ledger is on a network file system: this sitting writes \(path), a file of its own, "
        + "and reads all of them"
    ] + damageNotes
  }

  /// The first of what could not be read, in words, and how to see all of it.
  var damageNotes: [String] { damage.notes }
}

extension [LedgerDamage] {
  /// As ``Ledger/damageNotes``.
  var notes: [String] {
    guard let first else { return [] }
    let more = count - 1
    return [first.words + (more > 0 ? "; \(more) more: `spotcheck ledger verify` lists them" : "")]
  }
}
