import ArgumentParser
import Evaluation
import Predictions
import Reviewing

/// `spotcheck report`: what the whole run amounts to, counted.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Count a run: its tiers, its segments and its own metric.",
    discussion: """
      Every row is read, checked and counted, on all processors. Rates come with their denominator \
      and a 95 % interval by Wilson's score method, which is about the model's future inputs.

      EXAMPLES:
        spotcheck report predictions.jsonl
        spotcheck report --segments region,channel predictions.jsonl
        spotcheck report --format json predictions.csv | jq .tiers
      """)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How to print it: text or json.")
  var format: TextFormat = .text

  func run() throws {
    try predictions.requireFiles()
    let workspace = try Workspace(predictions, ledger, in: .current())
    let counts = try counts(of: workspace)
    Console.report(interruptionsOf: counts.files)
    let report = RunReport(counts)
    switch format {
    case .json: try Console.write(JSONPrinter.text(of: report))
    case .text: try Console.write(RunReportText(report).text)
    }
  }

  private func counts(of workspace: Workspace) throws -> RunCounts {
    let progress = ProgressLine("reading")
    defer { progress.finish() }
    guard let text = predictions.query else {
      return try RunCounts.read(
        workspace.paths, options: workspace.openOptions, cache: workspace.cache
      ) { progress.update($0, of: $1) }
    }
    let query = try Query.parse(text)
    let store = try workspace.openStore()
    let snapshot = store.indexed(showing: progress)
    let ledger = try workspace.openLedger()
    defer { ledger.close() }
    let context = QueryContext(
      snapshot: snapshot, store: store, book: ledger.book, reviewer: workspace.reviewer,
      now: .now(), comment: { ledger.comment(of: $0) })
    let rows = try Arranger.rows(
      Arrangement(query: query, listsCopies: true), context: context, isCancelled: { false },
      progress: { progress.update($0, of: snapshot.rowCount) })
    return RunCounts(snapshot, of: rows ?? RowList())
  }
}
