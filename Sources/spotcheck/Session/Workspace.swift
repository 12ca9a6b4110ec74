import Predictions
import Reviewing

/// What options, configuration and surroundings amount to: which files, read how, judged by whom,
/// and where the ledger is.
struct Workspace {
  let surroundings: Surroundings
  let paths: [String]
  let openOptions: OpenOptions
  let ledgerPlace: LedgerPlace

  var reviewer: String { ledgerPlace.reviewer }

  init(
    _ predictions: PredictionOptions, _ ledger: LedgerOptions, in surroundings: Surroundings
  ) throws {
    self.surroundings = surroundings
    paths = predictions.files
    ledgerPlace = try LedgerPlace(ledger, in: surroundings)
    openOptions = OpenOptions(
      rowsPath: predictions.rows, fields: predictions.fields, run: predictions.run)
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
      location ?? ledgerPlace.location, reviewer: reviewer,
      environment: surroundings.environment, clock: clock, generator: generator,
      onChange: onChange)
  }
}
