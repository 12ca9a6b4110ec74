import Predictions

/// Delimited text by RFC 4180 for spreadsheets: one line per review, the prediction repeated.
///
/// By default no cell can act as a formula: text that begins like one gets a quote mark in front,
/// as OWASP advises, so it differs from the original by that mark. Numbers in columns of numbers
/// stay numbers. For exact text use JSON, or switch it off.
package struct CSVExporter: Exporter {
  private let fields: [ExportField]
  private let isSpreadsheetSafe: Bool
  private var hasHeader = false

  package init(fields: ExportFields, isSpreadsheetSafe: Bool = true) {
    self.fields = fields.fields
    self.isSpreadsheetSafe = isSpreadsheetSafe
  }

  /// A cell's value: text from outside, or a number of ours.
  private enum Cell {
    case text(String)
    case number(String)
    case empty
  }

  package mutating func writeRow(
    _ row: ExportedPrediction, into sink: inout any ByteSink
  ) throws(SinkError) {
    try writeHeader(into: &sink)
    let hasReviewFields = fields.contains { if case .review = $0 { true } else { false } }
    let reviews: [ExportedReview?] =
      row.reviews.isEmpty || !hasReviewFields ? [nil] : row.reviews.map(Optional.some)
    for review in reviews {
      try write(fields.map { cell($0, row, review) }, into: &sink)
    }
  }

  package mutating func finish(
    _ end: ExportEnd, into sink: inout any ByteSink
  ) throws(SinkError) {
    try writeHeader(into: &sink)
  }

  private mutating func writeHeader(into sink: inout any ByteSink) throws(SinkError) {
    guard !hasHeader else { return }
    hasHeader = true
    try write(fields.map { .text($0.columnName) }, into: &sink)
  }

  private func write(_ cells: [Cell], into sink: inout any ByteSink) throws(SinkError) {
    let line = cells.map(text).joined(separator: ",") + "\r\n"
    try sink.write(Array(line.utf8))
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .number(let number): number
    case .text(let text): DelimitedCell.text(text, isSpreadsheetSafe: isSpreadsheetSafe)
    }
  }

  private func cell(
    _ field: ExportField, _ row: ExportedPrediction, _ review: ExportedReview?
  ) -> Cell {
    switch field {
    case .prediction(let field): return cell(field, row)
    case .segment(let name):
      return text(row.segments.first { $0.name == name }?.value)
    case .review(let field):
      return review.map { cell(field, $0) } ?? .empty
    }
  }

  private func cell(_ field: ExportField.PredictionField, _ row: ExportedPrediction) -> Cell {
    switch field {
    case .key: .text(row.key)
    case .file: .text(row.file)
    case .run: text(row.run)
    case .model: text(row.model)
    case .tier: .text(row.tier)
    case .signal: text(row.signal)
    case .automatic: automatic(row.automatic)
    case .input: text(row.input?.transcript)
    case .output: text(row.output?.transcript)
    case .target: text(row.target?.transcript)
    case .copies: .number(String(row.copies))
    case .changed: row.isChanged ? .text("changed") : .empty
    case .damage: text(row.damage)
    case .content: .text(row.content)
    }
  }

  private func cell(_ field: ExportField.ReviewField, _ exported: ExportedReview) -> Cell {
    let review = exported.review
    switch field {
    case .by: return .text(exported.by)
    case .at: return .text(exported.at.text)
    case .verdict: return text(review.verdict?.rawValue)
    case .upsetting: return review.upsetting.map { .number(String($0.severity)) } ?? .empty
    case .categories: return list(review.upsetting?.categories ?? [])
    case .badTarget: return review.badTarget ? .text("true") : .empty
    case .tags: return list(review.tags)
    case .label: return text(review.label)
    case .comment: return text(review.comment)
    case .resolves: return exported.isResolution ? .text("true") : .empty
    }
  }

  private func automatic(_ result: AutomaticResult?) -> Cell {
    switch result {
    case .correct: .text("correct")
    case .incorrect: .text("incorrect")
    case .score(let score): .number("\(score)")
    case nil: .empty
    }
  }

  private func list(_ names: [String]) -> Cell {
    names.isEmpty ? .empty : .text(names.joined(separator: "; "))
  }

  private func text(_ text: String?) -> Cell { text.map(Cell.text) ?? .empty }
}
