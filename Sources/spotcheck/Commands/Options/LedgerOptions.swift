import ArgumentParser

/// Where the ledger is, and who writes it.
struct LedgerOptions: ParsableArguments {
  @Option(
    name: .customLong("ledger"), parsing: .singleValue,
    help: ArgumentHelp(
      "A ledger file; the first is written, further ones are read.", valueName: "path"),
    completion: .file(extensions: ["jsonl"]))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Who judges, instead of SPOTCHECK_REVIEWER or the login name.", valueName: "name"))
  var reviewer: String?
}
