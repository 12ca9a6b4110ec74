/// A format: turns predictions into bytes, one at a time, and never opens a file.
///
/// Call ``writeRow(_:into:)`` for each prediction and ``finish(_:into:)`` once at the end, also
/// where there was none.
package protocol Exporter {
  mutating func writeRow(
    _ row: ExportedPrediction, into sink: inout any ByteSink
  ) throws(SinkError)

  mutating func finish(_ end: ExportEnd, into sink: inout any ByteSink) throws(SinkError)
}

/// What is known when the last row was written.
package struct ExportEnd: Hashable, Sendable {
  /// The hash of each ledger writer's newest line, which pins the ledger down.
  package let heads: [String]
  /// What a redaction took out of all rows; nothing where there was none.
  package let redacted: RedactionCounts?

  package init(heads: [String], redacted: RedactionCounts? = nil) {
    self.heads = heads
    self.redacted = redacted
  }
}

/// The formats by the names that the command line knows.
package enum ExportFormat: String, CaseIterable, Sendable {
  case jsonl, json, csv, markdown

  /// A new exporter of this format.
  package func exporter(fields: ExportFields) -> any Exporter {
    switch self {
    case .jsonl: JSONLinesExporter(fields: fields)
    case .json: JSONExporter(fields: fields)
    case .csv: CSVExporter(fields: fields)
    case .markdown: MarkdownExporter(fields: fields)
    }
  }

  /// Whether the format itself has a place for the heads; else they belong on standard error.
  package var carriesHeads: Bool { self == .json || self == .markdown }
}
