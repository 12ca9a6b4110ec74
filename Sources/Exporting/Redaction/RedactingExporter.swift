/// Another format's exporter behind a redaction: what it is given holds no more than may leave.
///
/// What is taken out is counted wherever it would have been written: a segment's name in each
/// prediction that has it, but once in the heading of delimited text, which it is written into once.
package struct RedactingExporter: Exporter {
  private var exporter: any Exporter
  private let redaction: Redaction
  private let fields: ExportFields
  private let names: RedactedNames
  private let format: ExportFormat
  /// What was taken out so far, of what is written.
  package private(set) var counts: RedactionCounts

  package init(_ format: ExportFormat, fields: ExportFields, redaction: Redaction) {
    let names = redaction.names(of: fields.segments)
    exporter = format.exporter(fields: fields.callingSegments(by: names))
    counts = format == .csv ? names.counts : RedactionCounts()
    self.names = format == .csv ? names.withoutCounts : names
    self.redaction = redaction
    self.fields = fields
    self.format = format
  }

  package mutating func writeRow(
    _ row: ExportedPrediction, into sink: inout any ByteSink
  ) throws(SinkError) {
    var row = row.limited(to: fields)
    // Headings of Markdown, whether it was asked for or not.
    if format != .markdown, !fields.fields.contains(.prediction(.key)) { row.key = "" }
    let safe = redaction.redacted(
      row, names: names, writesOriginals: format == .json || format == .jsonl)
    if let redacted = safe.redacted { counts.add(redacted) }
    try exporter.writeRow(safe, into: &sink)
  }

  package mutating func finish(
    _ end: ExportEnd, into sink: inout any ByteSink
  ) throws(SinkError) {
    try exporter.finish(ExportEnd(heads: end.heads, redacted: counts), into: &sink)
  }
}

extension ExportFields {
  /// The segments, in the order of their fields.
  fileprivate var segments: [String] {
    fields.compactMap { if case .segment(let name) = $0 { name } else { nil } }
  }

  /// The same fields, with the segments as the redaction calls them.
  fileprivate func callingSegments(by names: RedactedNames) -> ExportFields {
    var uncounted = RedactionCounts()
    return renamingSegments { names.redacted($0, &uncounted) }
  }
}

extension ExportedPrediction {
  /// Without what is not asked for, so that nothing is counted that nobody gets.
  fileprivate func limited(to fields: ExportFields) -> ExportedPrediction {
    let wanted = Set(fields.fields)
    func keeps(_ field: ExportField.PredictionField) -> Bool { wanted.contains(.prediction(field)) }
    var row = self
    if !keeps(.file) { row.file = "" }
    if !keeps(.tier) { row.tier = "" }
    if !keeps(.run) { row.run = nil }
    if !keeps(.model) { row.model = nil }
    if !keeps(.signal) { row.signal = nil }
    if !keeps(.input) { row.input = nil }
    if !keeps(.output) { row.output = nil }
    if !keeps(.target) { row.target = nil }
    if !keeps(.damage) { row.damage = nil }
    row.segments.removeAll { !wanted.contains(.segment($0.name)) }
    row.reviews = reviews.map { $0.limited(to: wanted) }
    return row
  }
}

extension ExportedReview {
  fileprivate func limited(to wanted: Set<ExportField>) -> ExportedReview {
    var exported = self
    if !wanted.contains(.review(.by)) { exported.by = "" }
    if !wanted.contains(.review(.label)) { exported.review.label = nil }
    if !wanted.contains(.review(.comment)) { exported.review.comment = nil }
    if !wanted.contains(.review(.tags)) { exported.review.tags = [] }
    if !wanted.contains(.review(.upsetting)), !wanted.contains(.review(.categories)) {
      exported.review.upsetting = nil
    }
    return exported
  }
}
