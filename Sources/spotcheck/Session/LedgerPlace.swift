import Configuration
import Reviewing

/// Who judges, and where the ledger is.
struct LedgerPlace {
  let reviewer: String
  let location: LedgerLocation

  init(
    _ options: LedgerOptions, _ found: FoundConfiguration, in surroundings: Surroundings
  ) throws(LedgerError) {
    reviewer = try Self.reviewer(options, surroundings)
    location = LedgerLocation(options.paths.isEmpty ? [found.ledger] : options.paths)
  }

  /// The files that hold the ledger by now; those that were named first, whether they exist or not.
  func files(in surroundings: Surroundings) throws(LedgerError) -> [String] {
    try LedgerFiles(location, reviewer: reviewer, environment: surroundings.environment).current()
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
