import ArgumentParser

/// `spotcheck fields`: what was recognised in the files, and why.
struct FieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "Say what was recognised in files of predictions, and why.",
    discussion: """
      Prints format, rows, damaged rows with their lines, which field plays which part, what \
      decides the tiers, and how many predictions each tier holds.

      EXAMPLES:
        spotcheck fields predictions.jsonl
        spotcheck fields --input prompt --output answer.text predictions.jsonl
        spotcheck fields --format json predictions.csv | jq .files[0].tiers
      """)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How to print it: text or json.")
  var format: TextFormat = .text

  func run() throws {
    try predictions.requireFiles()
    let workspace = try Workspace(predictions, ledger, in: .current())
    let listing = try FieldsListing(of: workspace, where: predictions.query)
    try Console.write(listing.text(as: format), for: format.reader)
  }
}
