import Predictions
import Reviewing

/// A document to read or to paste into a ticket: a section per prediction, its reviews below.
///
/// Text that may be upsetting is folded away until somebody opens it.
package struct MarkdownExporter: Exporter {
  private let fields: [ExportField]
  private var count = 0

  package init(fields: ExportFields) {
    self.fields = fields.fields
  }

  package mutating func writeRow(
    _ row: ExportedPrediction, into sink: inout any ByteSink
  ) throws(SinkError) {
    var text = count == 0 ? "# Predictions and their reviews\n\n" : ""
    count += 1
    text += "## " + MarkdownText.span(row.key) + "\n\n"
    text += facts(of: row) + texts(of: row)
    for review in row.reviews { text += section(review) }
    try sink.write(Array(text.utf8))
  }

  package mutating func finish(
    _ end: ExportEnd, into sink: inout any ByteSink
  ) throws(SinkError) {
    var text = count == 0 ? "# Predictions and their reviews\n\nNone.\n\n" : ""
    text += "---\n\n\(count) \(count == 1 ? "prediction" : "predictions")."
    if !end.heads.isEmpty {
      text += " Ledger heads: " + end.heads.map(MarkdownText.span).joined(separator: ", ") + "."
    }
    if let redacted = end.redacted {
      let sentence = redacted.sentence
      text += "\n\n" + sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
    }
    try sink.write(Array((text + "\n").utf8))
  }

  private func wants(_ field: ExportField.PredictionField) -> Bool {
    fields.contains(.prediction(field))
  }

  private func wants(_ field: ExportField.ReviewField) -> Bool {
    fields.contains(.review(field))
  }

  /// The short facts, one line each.
  private func facts(of row: ExportedPrediction) -> String {
    var lines: [String] = []
    if wants(.tier) {
      let signal = wants(.signal) ? row.signal.map { ", " + MarkdownText.span($0) } ?? "" : ""
      lines.append("tier: " + MarkdownText.span(row.tier) + signal)
    }
    if wants(.automatic), let result = row.automatic { lines.append("automatic: \(words(result))") }
    for segment in row.segments where fields.contains(.segment(segment.name)) {
      lines.append(MarkdownText.span(segment.name) + ": " + MarkdownText.span(segment.value))
    }
    let named: [(ExportField.PredictionField, String?)] = [
      (.model, row.model), (.run, row.run), (.file, row.file), (.damage, row.damage),
    ]
    for (field, value) in named where wants(field) {
      if let value { lines.append("\(field.rawValue): " + MarkdownText.span(value)) }
    }
    if wants(.copies), row.copies > 1 {
      lines.append("\(row.copies) rows with this input and output")
    }
    if wants(.changed), row.isChanged { lines.append("changed: reviewed with another output") }
    return lines.isEmpty ? "" : lines.map { "- \($0)\n" }.joined() + "\n"
  }

  /// Input, output and target, folded away where the shield covers them.
  private func texts(of row: ExportedPrediction) -> String {
    let parts: [(ExportField.PredictionField, Content?)] = [
      (.input, row.input), (.output, row.output), (.target, row.target),
    ]
    let blocks = parts.compactMap { field, content in
      content.flatMap { wants(field) ? "\(field.rawValue):\n\n\(block($0))\n" : nil }
    }
    guard row.isShielded, !blocks.isEmpty else { return blocks.joined() }
    return "<details><summary>covered: may be upsetting</summary>\n\n" + blocks.joined()
      + "</details>\n\n"
  }

  private func block(_ content: Content) -> String { MarkdownText.fence(content.transcript) }

  private func section(_ exported: ExportedReview) -> String {
    let review = exported.review
    var lines: [String] = []
    if wants(.by) {
      lines.append(
        (exported.isResolution ? "resolved by " : "by ") + MarkdownText.span(exported.by))
    }
    if wants(.at) { lines.append("at \(exported.at.text)") }
    if wants(.verdict), let verdict = review.verdict { lines.append("**\(verdict.rawValue)**") }
    if wants(.upsetting), let upsetting = review.upsetting {
      let categories = upsetting.categories.map(MarkdownText.span).joined(separator: ", ")
      lines.append(
        "**upsetting \(upsetting.severity)**" + (categories.isEmpty ? "" : " (\(categories))"))
    }
    if wants(.badTarget), review.badTarget { lines.append("**bad target**") }
    if wants(.tags), !review.tags.isEmpty {
      lines.append("tags " + review.tags.map(MarkdownText.span).joined(separator: ", "))
    }
    let head = lines.isEmpty ? "" : "- " + lines.joined(separator: " · ") + "\n\n"
    return head + long("label", wants(.label) ? review.label : nil)
      + long("comment", wants(.comment) ? review.comment : nil)
  }

  private func long(_ name: String, _ text: String?) -> String {
    guard let text else { return "" }
    return "\(name):\n\n\(MarkdownText.fence(text))\n"
  }

  private func words(_ result: AutomaticResult) -> String {
    switch result {
    case .correct: "correct"
    case .incorrect: "incorrect"
    case .score(let score): "\(score)"
    }
  }
}
