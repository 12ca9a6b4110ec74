/// One JSON document: `{"predictions":[…],"heads":[…]}`, a prediction per line, and where it is
/// redacted what was taken out.
package struct JSONExporter: Exporter {
  private let row: JSONRow
  private var hasRows = false

  package init(fields: ExportFields) {
    row = JSONRow(fields: fields)
  }

  package mutating func writeRow(
    _ row: ExportedPrediction, into sink: inout any ByteSink
  ) throws(SinkError) {
    let start = hasRows ? ",\n" : "{\"predictions\":[\n"
    hasRows = true
    try sink.write(Array((start + self.row.text(of: row)).utf8))
  }

  package mutating func finish(
    _ end: ExportEnd, into sink: inout any ByteSink
  ) throws(SinkError) {
    let start = hasRows ? "\n" : "{\"predictions\":["
    let heads = JSONWriting.array(end.heads.map(JSONWriting.string))
    // That it need not be all of it is a part of the counts, for programs as well.
    let redaction = end.redacted.map { ",\"redaction\":{\"complete\":false,\"counts\":\($0.json)}" }
    try sink.write(
      Array((start + "],\"heads\":" + heads + (redaction ?? "") + "}\n").utf8))
  }
}
