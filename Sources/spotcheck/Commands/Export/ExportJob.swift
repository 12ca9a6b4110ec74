import Evaluation
import Exporting
import Foundation
import Predictions
import Reviewing
import SystemPackage

/// One export from the opened files to the written bytes.
struct ExportJob {
  private let ledger: Ledger
  private let export: FlaggedExport
  private let fields: ExportFields
  private let format: ExportFormat
  private let file: String?
  private let redaction: Redaction?
  /// What to say where nothing is selected.
  private let nothingFound: String
  /// What is read, and must not be written to.
  private let sources: [String]

  init(_ workspace: Workspace, _ options: ExportOptions, query: String?) throws {
    try workspace.ledgerPlace.requireNamedFiles(in: workspace.surroundings)
    let query = try query.map { text throws(QueryError) in try Query.parse(text) }
    let now = Timestamp.now()
    let since = try options.moment(now: now)
    let (context, ledger) = try workspace.openAll(now: now)
    self.ledger = ledger
    let known = try Self.known(after: options.after, in: workspace)
    export = try FlaggedExport(
      ExportSelection(
        includesUnflagged: options.all, by: options.by, since: since, known: known, query: query),
      context: context)
    let segments = context.snapshot.segmentNames
    fields =
      try options.fields.map { list throws(ExportFieldError) in
        try ExportFields.parse(list, segments: segments)
      } ?? .all(segments: segments)
    redaction = try options.redaction.redaction(of: context.book)
    format = options.chosenFormat
    file = options.file
    nothingFound =
      options.all
      ? "nothing to export: no prediction is what the options ask for"
      : "nothing to export: no flagged prediction is what the options ask for; --all takes others too"
    sources =
      workspace.paths + ledger.paths
      + [workspace.found.path, options.redaction.redactNames].compactMap(\.self)
  }

  /// Writes to the file, or to standard output, and says the ledger's heads.
  func write() throws {
    defer { ledger.close() }
    let rows = selected()
    Console.report(unread: export.unread)
    if rows.isEmpty { Console.report(nothingFound) }
    var exporter = exporter()
    if let file {
      try PrivateFile.check(FilePath(file), sparing: sources)
      try ledger.refuseExport(to: file)
      try PrivateFile.write(to: FilePath(file), sparing: sources) { sink throws(SinkError) in
        try write(rows, with: &exporter, into: &sink, showing: ProgressLine("writing \(file)"))
      }
      Console.report(
        "\(rows.count) \(rows.count == 1 ? "prediction" : "predictions") written to \(file)")
    } else {
      try writeToStandardOutput(rows, with: &exporter)
    }
    if let counts = (exporter as? RedactingExporter)?.counts { Console.report(counts.sentence) }
    if !format.carriesHeads, !ledger.heads.isEmpty {
      Console.report("ledger heads: \(ledger.heads.joined(separator: " "))")
    }
  }

  /// A terminal gets what the sanitiser leaves, a pipe every byte.
  private func writeToStandardOutput(_ rows: [Int], with exporter: inout any Exporter) throws {
    guard Console.isTerminal(.standardOutput) else {
      var sink: any ByteSink = DescriptorSink(.standardOutput)
      return try write(rows, with: &exporter, into: &sink, showing: ProgressLine("writing"))
    }
    // Here the rows themselves show how far it has come.
    var sink: any ByteSink = TerminalSink()
    try write(rows, with: &exporter, into: &sink, showing: nil)
  }

  /// The rows that are exported; a query may have to read all of the files for them.
  private func selected() -> [Int] {
    let progress = ProgressLine("selecting")
    defer { progress.finish() }
    return export.rows(progress: progress.update)
  }

  private func exporter() -> any Exporter {
    guard let redaction else { return format.exporter(fields: fields) }
    return RedactingExporter(format, fields: fields, redaction: redaction)
  }

  private func write(
    _ rows: [Int], with exporter: inout any Exporter, into sink: inout any ByteSink,
    showing progress: ProgressLine?
  ) throws(SinkError) {
    defer { progress?.finish() }
    try export.write(rows, with: &exporter, heads: ledger.heads, into: &sink) {
      progress?.update($0, of: $1)
    }
  }

  private static func known(after heads: [String], in workspace: Workspace) throws -> Set<EventID> {
    guard !heads.isEmpty else { return [] }
    let paths = try workspace.ledgerPlace.files(in: workspace.surroundings)
    let files = try paths.map { path in
      do {
        return try [UInt8](Data(contentsOf: URL(filePath: path)))
      } catch {
        throw CommandError("cannot read the ledger \(path)")
      }
    }
    return try LedgerCut.events(upTo: heads, in: files)
  }
}

/// Standard output that a person reads: what the terminal would obey is made visible.
private struct TerminalSink: ByteSink {
  mutating func write(_ bytes: [UInt8]) throws(SinkError) {
    do {
      try Console.write(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw switch error {
      case .closed: .closed
      case .failed(let errno): .failed(errno)
      }
    }
  }
}
