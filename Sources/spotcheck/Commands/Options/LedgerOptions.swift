import ArgumentParser

/// Where the ledger is, who writes it, and the configuration that says so otherwise.
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

  @Option(
    help: ArgumentHelp("The configuration instead of the nearest one.", valueName: "path"),
    completion: .file(extensions: ["yaml"]))
  var config: String?
}
