import Configuration
import Reviewing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Who judges, and where the ledger is.
struct LedgerPlace {
  let reviewer: String
  let location: LedgerLocation
  /// The files that the command line names.
  private let named: [String]

  init(
    _ options: LedgerOptions, _ found: FoundConfiguration, in surroundings: Surroundings
  ) throws(LedgerError) {
    reviewer = try Self.reviewer(options, surroundings)
    named = options.paths
    location =
      options.paths.isEmpty
      ? LedgerLocation([found.ledger], followsLinks: !found.isLedgerSomebodyElses)
      : LedgerLocation(options.paths)
  }

  /// The files that hold the ledger by now: not that of a reviewer who has not judged yet.
  func files(in surroundings: Surroundings) throws(LedgerError) -> [String] {
    try LedgerFiles(location, reviewer: reviewer, environment: surroundings.environment).current()
      .filter { access($0, F_OK) == 0 }
  }

  /// For commands that only read: a misspelt ledger should not look like one without reviews.
  ///
  /// The name of one is that of its writers' own files too, which may be all there is.
  func requireNamedFiles(in surroundings: Surroundings) throws {
    for path in named where !path.contains("{reviewer}") && access(path, F_OK) != 0 {
      let files = try LedgerFiles(
        LedgerLocation([path]), reviewer: reviewer, environment: surroundings.environment)
      guard !files.ownFiles().isEmpty else {
        throw CommandError("there is no ledger \(path): check the name")
      }
    }
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
