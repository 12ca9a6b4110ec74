import ArgumentParser
import Evaluation
import Predictions

/// `spotcheck due`: what was last looked at when, and what is overdue.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Say which tier and segment was last looked at when, and what is overdue.",
    discussion: """
      Without files these are the configured runs, the newest \(WithoutFile.mostRuns) of them: what \
      counts is when somebody last gave a verdict to one of their predictions. Guardrails of \
      days-since-review say what is overdue; without one everything together is due every day, as \
      the daily draw is, and every tier every week. What nobody ever looked at is overdue too. Ends \
      with 2 where something is.

      EXAMPLES:
        spotcheck due
        spotcheck due predictions.jsonl
        spotcheck due --format json | jq '.lines[] | select(.overdue)'
      """)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How to print it: text or json.")
  var format: TextFormat = .text

  func run() throws {
    let report = try report()
    switch format {
    case .json: try Console.write(JSONPrinter.text(of: report), for: .program)
    case .text: try Console.write(DueText(report).text)
    }
    guard report.overdue.isEmpty else { throw ExitCode(ExitStatus.needsAttention.rawValue) }
  }

  private func report() throws -> DueReport {
    guard predictions.query == nil else {
      throw UsageError(
        "due looks at everything: a guardrail of days-since-review with where: is about a part")
    }
    let surroundings = Surroundings.current()
    var predictions = predictions
    let isConfigured = predictions.files.isEmpty
    if isConfigured {
      predictions.files = try WithoutFile.runs(config: ledger.config, in: surroundings)
    }
    try predictions.requireFiles()
    let workspace = try Workspace(predictions, ledger, in: surroundings, isDaily: isConfigured)
    try workspace.ledgerPlace.requireNamedFiles(in: workspace.surroundings)
    let (context, ledger) = try workspace.openAll()
    defer { ledger.close() }
    defer { Console.report(unread: context.unread) }
    let rules = workspace.found.configuration.guardrails.compactMap {
      GuardrailRule($0, within: predictions.query)
    }
    return try DueReport(context, rules: rules)
  }
}
