import Configuration
import Evaluation
import Predictions
import Reviewing

/// One check from the opened files to the responses and the line of the history.
struct CheckJob {
  private let workspace: Workspace
  private let options: CheckOptions
  private let query: String?
  private let ledger: Ledger
  private let context: QueryContext

  init(_ workspace: Workspace, _ options: CheckOptions, query: String?) throws {
    self.workspace = workspace
    self.options = options
    self.query = query
    try workspace.ledgerPlace.requireNamedFiles(in: workspace.surroundings)
    if let query { _ = try Query.parse(query) }
    if workspace.found.configuration.guardrails.isEmpty, !options.record {
      // A file that cannot be opened is told first: its folder is where guardrails are looked for.
      _ = try workspace.openStore()
      throw CommandError(Self.sentence(withoutGuardrailsIn: workspace.found.path))
    }
    (context, ledger) = try workspace.openAll()
  }

  /// What to write: `init` leaves guardrails behind a #, since nobody else knows what is allowed.
  private static func sentence(withoutGuardrailsIn path: String?) -> String {
    let place =
      path.map { "there are no guardrails in \($0): write there what is allowed" }
      ?? "there is no spotcheck.yaml with guardrails: `spotcheck init FILE` writes one; say in it "
      + "what is allowed"
    return "\(place), such as\n" + ConfigurationTemplate.guardrails.joined(separator: "\n")
      + "\nwhere these lines stand behind a #, take the # and the blank behind it away"
  }

  /// Measures, responds and records.
  func report() throws -> CheckReport {
    defer { ledger.close() }
    defer { Console.report(unread: context.unread) }
    let first = context.snapshot.rowCount > 0 ? context.store.prediction(at: 0) : nil
    var evaluator = MetricEvaluator(context)
    var report = CheckReport(
      at: context.now.text, run: first?.run, files: workspace.paths, heads: ledger.heads)
    for guardrail in workspace.found.configuration.guardrails {
      measure(guardrail, with: &evaluator, into: &report)
    }
    let entries = HistoryEntries(context, heads: ledger.heads, files: workspace.paths)
    if !options.noRespond { respond(in: &report, entries) }
    guard options.record else { return report }
    let line = try entries.metrics(report.guardrails.map(\.finding), within: query, &evaluator)
    if append(line, to: &report) { report.recorded = history.path }
    return report
  }

  private var history: HistoryFile { HistoryFile(workspace.found) }

  private func measure(
    _ guardrail: Guardrail, with evaluator: inout MetricEvaluator, into report: inout CheckReport
  ) {
    guard let rule = GuardrailRule(guardrail, within: query) else { return }
    do throws(QueryError) {
      report.guardrails.append(
        CheckReport.Line(
          finding: try evaluator.finding(of: rule), line: guardrail.line,
          command: guardrail.respond))
    } catch {
      let file = workspace.found.path ?? "spotcheck.yaml"
      report.problems.append(
        CheckReport.Problem(
          metric: rule.metric.rawValue, where: guardrail.where, line: guardrail.line,
          sentence:
            "\(file):\(guardrail.line): \(rule.metric.rawValue) cannot be measured: \(error)"
        ))
    }
  }

  /// Runs what the guardrails that were left say, one after the other.
  private func respond(in report: inout CheckReport, _ entries: HistoryEntries) {
    for place in report.guardrails.indices where report.guardrails[place].finding.state == .left {
      guard let command = report.guardrails[place].command else { continue }
      let finding = report.guardrails[place].finding
      let facts = Response.facts(
        finding, in: context, files: report.files, heads: report.heads)
      let response = Response(
        command, with: facts, in: workspace.found.folder, seconds: options.respondWithin)
      report.guardrails[place].response = response
      if !response.hasSucceeded, options.format != .text {
        Console.report("error: \(response.sentence)")
      }
      append(entries.incident(finding, response), to: &report)
    }
  }

  /// Says where it could not be appended, and goes on: what was found is more important.
  @discardableResult
  private func append(_ entry: HistoryEntry, to report: inout CheckReport) -> Bool {
    do throws(CommandError) {
      try history.append(entry)
      return true
    } catch {
      report.problems.append(CheckReport.Problem(sentence: error.sentence))
      return false
    }
  }
}
