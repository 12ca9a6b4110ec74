import Evaluation
import Exporting
import Predictions
import Reviewing

/// One report from the opened files to the printed text.
struct ReportJob {
  private let workspace: Workspace
  private let options: ReportOptions
  private let query: Query?
  private let ledger: Ledger

  /// Opens the ledger, which says whether anything has to be kept of the predictions.
  init(_ workspace: Workspace, _ options: ReportOptions, query: String?) throws {
    self.workspace = workspace
    self.options = options
    try workspace.ledgerPlace.requireNamedFiles(in: workspace.surroundings)
    self.query = try query.map { text throws(QueryError) in try Query.parse(text) }
    ledger = try workspace.openLedger()
  }

  /// The report, with a line break at its end.
  func text() throws -> String {
    defer { ledger.close() }
    let isReviewed = !ledger.book.isEmpty || !ledger.book.draws.isEmpty
    guard isReviewed || query != nil else {
      let counts = try counts()
      try weight?.check(in: counts.files)
      return try text(of: RunReport(counts, about: options.about))
    }
    let context = try workspace.openAll(ledger: ledger).context
    try weight?.check(in: context.snapshot.files)
    defer { Console.report(unread: context.unread) }
    let counts = try RunReport(
      RunCounts(context.snapshot, of: rows(of: context)), about: options.about)
    return try isReviewed ? text(of: counts, in: context) : text(of: counts)
  }

  /// Without reviews nothing is kept of a row.
  private func counts() throws -> RunCounts {
    let progress = ProgressLine("reading")
    defer { progress.finish() }
    let counts = try RunCounts.read(
      workspace.paths, options: workspace.openOptions, cache: workspace.cache
    ) { progress.update($0, of: $1) }
    Console.report(interruptionsOf: counts.files)
    try workspace.fields.check(in: counts.files)
    Console.report(
      missingOf: workspace.fields, in: counts.files,
      segments: Set(counts.segments.map(\.segment)))
    return counts
  }

  /// Every row that the query matches, also those that repeat others.
  private func rows(of context: QueryContext) throws -> RowList {
    let progress = ProgressLine("matching")
    defer { progress.finish() }
    let count = context.snapshot.rowCount
    let rows = try Arranger.rows(
      Arrangement(query: query, listsCopies: true), context: context, isCancelled: { false },
      progress: { progress.update($0, of: count) })
    return rows ?? RowList()
  }

  private func text(of counts: RunReport) throws -> String {
    switch options.format {
    case .json: try JSONPrinter.text(of: counts)
    case .text where !options.short && !options.redaction.isWanted: RunReportText(counts).text
    case .text, .markdown, .html:
      try text(of: ReportContent(counts: counts, files: workspace.paths, query: query?.text))
    }
  }

  private func text(of counts: RunReport, in context: QueryContext) throws -> String {
    let selection = try query.flatMap { query throws(QueryError) in
      try ItemSelection(query, in: context)
    }
    try checkCrossings(in: context.snapshot)
    let evaluation = RunEvaluator(context, of: selection).evaluation(context.book)
    // A ledger that says nothing of these predictions is as good as none.
    guard evaluation.found.lookedAt > 0 || !evaluation.draws.isEmpty else {
      return try text(of: counts)
    }
    let findings = RunFindings(
      evaluation, in: context.snapshot, of: selection, question: options.question)
    let reviewed = try ReviewedReport(
      counts, findings, weighted: weighted(evaluation, in: context),
      guardrails: guardrails(in: context), heads: ledger.heads)
    if options.format == .json { return try JSONPrinter.text(of: reviewed) }
    let list = try FlaggedList(findings.evaluation, in: context, most: mostFlagged)
    return try text(
      of: ReportContent(
        counts: counts, reviewed: reviewed, files: workspace.paths, query: query?.text,
        flagged: list.flagged, flaggedCount: findings.evaluation.flagged.count,
        disputed: list.disputed))
  }

  /// The rates by the field that the command line or the configuration names.
  private func weighted(
    _ evaluation: RunEvaluation, in context: QueryContext
  ) throws(QueryError) -> WeightedEstimate? {
    guard let weight, !evaluation.sample.isEmpty else { return nil }
    return try WeightedEstimate(of: evaluation, by: weight.field, in: context)
  }

  private var weight: WeightField? {
    WeightField(option: options.weight, configured: workspace.found.configuration.weight)
  }

  /// Where the guardrails stand, which are about whole runs; those that cannot be measured are
  /// `check`'s to explain.
  private func guardrails(in context: QueryContext) -> [GuardrailFinding] {
    let rules = workspace.found.configuration.guardrails.compactMap { GuardrailRule($0) }
    guard query == nil, !rules.isEmpty else { return [] }
    var evaluator = MetricEvaluator(context)
    return rules.compactMap { try? evaluator.finding(of: $0) }
  }

  private func text(of content: ReportContent) throws(CommandError) -> String {
    let whole = ReportDocument(content)
    var document = options.short ? whole.short : whole
    if let redaction = try options.redaction.redaction(of: ledger.book) {
      let (redacted, counts) = redaction.redacted(document)
      document = redacted
      Console.report(counts.sentence)
    }
    return switch options.format {
    case .text, .json: ReportTextWriter.text(of: document)
    case .markdown: ReportMarkdownWriter.text(of: document)
    case .html: ReportHTMLWriter.text(of: document)
    }
  }

  /// A page holds the texts too, and people look things up in it.
  private var mostFlagged: Int { options.short ? 0 : options.format == .text ? 20 : 50 }

  private func checkCrossings(in snapshot: IndexSnapshot) throws(UsageError) {
    for name in options.question.crossings.joined() where !snapshot.segmentNames.contains(name) {
      let known = snapshot.segmentNames.joined(separator: ", ")
      throw UsageError("--cross: no segment \(name); there are \(known.isEmpty ? "none" : known)")
    }
  }
}
