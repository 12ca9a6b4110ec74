import ArgumentParser
import Exporting

/// `spotcheck export`: what was flagged, with the reviews.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the flagged predictions with everybody's reviews of them.",
    discussion: """
      Flagged is what somebody called wrong or upsetting, or what has a bad target. Each prediction \
      comes with input, output, target, tier, signal, segments, and for every review who, when, \
      verdict, flags, tags, label and comment. With -o the file appears whole or not at all. The \
      heads of the ledger go to standard error, for `ledger verify --expect-head` and --after. With \
      --redact what is recognised as personal or secret is taken out and counted; what is not \
      recognised stays.

      EXAMPLES:
        spotcheck export predictions.jsonl > flagged.jsonl
        spotcheck export -o flagged.csv --where upsetting predictions.jsonl
        spotcheck export --all --since 7d --format markdown predictions.jsonl
        spotcheck export --redact --redact-names names.txt predictions.jsonl
        spotcheck export --fields key,reviews predictions.jsonl | head -1
      """)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions
  @OptionGroup var export: ExportOptions

  func run() throws {
    try predictions.requireFiles()
    let workspace = try Workspace(predictions, ledger, in: .current())
    let job = try ExportJob(workspace, export, query: predictions.query)
    try job.write()
  }
}
