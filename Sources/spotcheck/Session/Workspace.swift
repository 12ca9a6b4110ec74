import Predictions
import Reviewing
import SystemPackage

/// What options, configuration and surroundings amount to: which files, read how, judged by whom,
/// and where the ledger is.
struct Workspace {
  let surroundings: Surroundings
  let paths: [String]
  let openOptions: OpenOptions
  let reviewer: String
  let ledgerLocation: LedgerLocation

  init(
    _ predictions: PredictionOptions, _ ledger: LedgerOptions, in surroundings: Surroundings
  ) throws {
    self.surroundings = surroundings
    paths = predictions.files
    reviewer = try Self.reviewer(ledger, surroundings)
    openOptions = OpenOptions(
      rowsPath: predictions.rows, fields: predictions.fields, run: predictions.run)
    ledgerLocation =
      ledger.paths.isEmpty
      ? LedgerLocation([LedgerLocation.defaultTemplate]) : LedgerLocation(ledger.paths)
  }

  func openStore() throws(OpenError) -> PredictionStore {
    try PredictionStore.open(paths, options: openOptions)
  }

  /// Opens the ledger, or the one at `location` instead.
  func openLedger(
    _ location: LedgerLocation? = nil,
    clock: @escaping @Sendable () -> Timestamp = { Timestamp.now() },
    generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
    onChange: @escaping @Sendable () -> Void = {}
  ) throws(LedgerError) -> Ledger {
    try Ledger.open(
      location ?? ledgerLocation, reviewer: reviewer, environment: surroundings.environment,
      clock: clock, generator: generator, onChange: onChange)
  }

  private static func reviewer(
    _ options: LedgerOptions, _ surroundings: Surroundings
  ) throws(LedgerError) -> String {
    let names = [
      options.reviewer, surroundings.variable("SPOTCHECK_REVIEWER"), surroundings.loginName,
      surroundings.variable("LOGNAME"), surroundings.variable("USER"),
    ]
    guard let name = names.compactMap({ $0 }).first(where: { !$0.isEmpty }) else {
      throw .noReviewer
    }
    return name
  }
}
