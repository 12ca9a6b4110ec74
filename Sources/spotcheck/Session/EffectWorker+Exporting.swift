import Evaluation
import Exporting
import Interface
import Predictions
import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EffectWorker {
  /// Counts what an export of the list would hold.
  func countExport(_ arrangement: Arrangement) -> [Event] {
    let context = context
    return run(inBackground: true) { _ in
      let rows = try? Self.exportedRows(arrangement, context)
      return rows.map { .exportCounted($0.count) }
    }
  }

  /// Writes what the list shows to a file, in the format that its name stands for.
  func export(_ arrangement: Arrangement, _ order: ExportOrder) -> [Event] {
    let path = order.path
    let context = context
    let heads = heads
    let sources = context.snapshot.files.map(\.path) + ledgerPaths
    do {
      try PrivateFile.check(FilePath(path), sparing: sources)
      try refuseLedger(path)
    } catch {
      return [.exportRefused(order, reason: Failure(error).sentence)]
    }
    guard order.replaces || access(path, F_OK) != 0 else { return [.exportExists(order)] }
    return run(inBackground: true) { _ in
      do {
        let rows = try Self.exportedRows(arrangement, context)
        let export = try FlaggedExport(Self.selection, context: context)
        var exporter = Self.exporter(for: order, context)
        try PrivateFile.write(to: FilePath(path), sparing: sources) { sink throws(SinkError) in
          try export.write(rows, with: &exporter, heads: heads, into: &sink)
        }
        let redacted = (exporter as? RedactingExporter)?.counts.sentence
        return .exported(path: path, count: rows.count, redacted: redacted)
      } catch {
        return .exportFailed(Failure(error).sentence)
      }
    }
  }

  private static func exporter(
    for order: ExportOrder, _ context: QueryContext
  ) -> any Exporter {
    let format = ExportFormat(fileName: order.path)
    let fields = ExportFields.all(segments: context.snapshot.segmentNames)
    guard order.redacts else { return format.exporter(fields: fields) }
    return RedactingExporter(format, fields: fields, redaction: Redaction(of: context.book))
  }

  /// Everything that was reviewed or not: the list decides what is exported.
  private static let selection = ExportSelection(includesUnflagged: true)

  /// The rows of the list in its order.
  private static func exportedRows(
    _ arrangement: Arrangement, _ context: QueryContext
  ) throws(QueryError) -> [Int] {
    Array(try Arranger.rows(arrangement, context: context, isCancelled: { false }) ?? [])
  }
}

extension ExportFormat {
  /// The format that a file's name stands for; JSON Lines where it says nothing.
  init(fileName: String) {
    self =
      switch fileName.split(separator: ".").last?.lowercased() {
      case "json": .json
      case "csv": .csv
      case "md", "markdown": .markdown
      default: .jsonl
      }
  }
}
