extension Redaction {
  /// The report with all text from files and ledgers redacted, and a sentence about that in its
  /// summary.
  ///
  /// Words of the program are none of it, so nothing that a report quotes is passed over.
  package func redacted(_ document: ReportDocument) -> (ReportDocument, RedactionCounts) {
    var counts = RedactionCounts()
    var sections = document.sections
    for place in sections.indices {
      sections[place].blocks = sections[place].blocks.map { redacted($0, &counts) }
    }
    if !sections.isEmpty {
      sections[0].blocks.append(.sentences(["\(own: counts.sentence)"]))
    }
    return (ReportDocument(title: document.title, sections: sections), counts)
  }

  private func redacted(
    _ block: ReportDocument.Block, _ counts: inout RedactionCounts
  ) -> ReportDocument.Block {
    switch block {
    case .sentences(let sentences): .sentences(sentences.map { redacted($0, &counts) })
    case .table(let table):
      .table(
        ReportTable(
          redacted(table.caption, &counts), table.columns,
          table.rows.map { $0.map { redacted($0, &counts) } }))
    case .plot(.intervals(let title, let marks)):
      .plot(
        .intervals(
          title: title,
          marks: marks.map { mark in
            ReportPlot.Mark(
              label: redacted(mark.label, &counts), rate: mark.rate, low: mark.low, high: mark.high)
          }))
    case .plot(.reliability), .plot(.confidences): block
    case .predictions(let predictions):
      .predictions(
        predictions.map { prediction in
          let safe = redacted(prediction)
          if let redacted = safe.redacted { counts.add(redacted) }
          return safe
        })
    }
  }

  private func redacted(_ text: ReportText, _ counts: inout RedactionCounts) -> ReportText {
    ReportText(
      pieces: text.pieces.map { piece in
        guard case .quoted(let words) = piece else { return piece }
        return .quoted(redacted(words, &counts))
      })
  }
}
