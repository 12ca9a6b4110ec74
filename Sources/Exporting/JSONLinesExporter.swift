/// One JSON object per line, nothing else: what other tools read best.
///
/// The ledger's heads have no place among the rows; the command prints them on standard error.
package struct JSONLinesExporter: Exporter {
  private let row: JSONRow

  package init(fields: ExportFields) {
    row = JSONRow(fields: fields)
  }

  package mutating func writeRow(
    _ row: ExportedPrediction, into sink: inout any ByteSink
  ) throws(SinkError) {
    try sink.write(Array((self.row.text(of: row) + "\n").utf8))
  }

  package mutating func finish(
    _ end: ExportEnd, into sink: inout any ByteSink
  ) throws(SinkError) {}
}
