/// A report as GitHub's Markdown: plots are left out, since the tables say the same.
///
/// Text from outside is a code span or a fence, as in ``MarkdownExporter``.
package enum ReportMarkdownWriter {
  /// The whole document, with a line break at its end.
  package static func text(of document: ReportDocument) -> String {
    document.sections.reduce("# \(document.title)\n") { text, section in
      text + "\n## \(section.title)\n\n"
        + section.blocks.compactMap(Self.text).joined(separator: "\n")
    }
  }

  private static func text(of block: ReportDocument.Block) -> String? {
    switch block {
    case .sentences(let sentences): sentences.map { "- \(text(of: $0))\n" }.joined()
    case .table(let table): text(of: table)
    case .plot: nil
    case .predictions(let predictions): predictions.map(text).joined(separator: "\n")
    }
  }

  private static func text(of text: ReportText, inTable: Bool = false) -> String {
    text.pieces.map { piece in
      switch piece {
      case .own(let words): words
      case .quoted(let text): span(text, inTable: inTable)
      }
    }.joined()
  }

  /// A bar ends a cell wherever it stands, and behind a backslash no escape of it is safe: in tables
  /// another sign that looks like it takes its place.
  private static func span(_ text: String, inTable: Bool) -> String {
    let span = MarkdownText.span(text)
    // By scalars: a bar with an accent on it ends a cell as well.
    guard inTable else { return span }
    return String(String.UnicodeScalarView(span.unicodeScalars.map { $0 == "|" ? "∣" : $0 }))
  }

  private static func text(of table: ReportTable) -> String {
    let rule = table.columns.map { $0.isNumber ? "---:" : "---" }
    let rows =
      [table.columns.map(\.title), rule]
      + table.rows.map { $0.map { text(of: $0, inTable: true) } }
    return text(of: table.caption) + "\n\n"
      + rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// A prediction with its reviews; what may be upsetting is folded away.
  private static func text(of prediction: ExportedPrediction) -> String {
    var text = "### \(MarkdownText.span(prediction.key))\n\n"
    text +=
      "- "
      + ReportPredictionWords(prediction).facts.map { self.text(of: $0) }
      .joined(separator: "\n- ") + "\n\n"
    let blocks = ReportPredictionWords(prediction).contents.map { name, content in
      "\(name):\n\n\(MarkdownText.fence(content))"
    }
    guard !blocks.isEmpty else { return text }
    let body = blocks.joined(separator: "\n")
    guard prediction.isShielded else { return text + body }
    return text + "<details><summary>covered: may be upsetting</summary>\n\n\(body)\n</details>\n"
  }
}
