import Reviewing
import Screen

/// A report as text for a terminal: plots are left out, since the tables say the same.
package enum ReportTextWriter {
  /// The whole document, with a line break at its end.
  package static func text(of document: ReportDocument) -> String {
    var lines: [String] = []
    for section in document.sections {
      if document.sections.count > 1, section.name != "summary" {
        lines += ["", section.title]
      }
      let indent = section.name == "summary" ? "" : "  "
      for block in section.blocks { lines += Self.lines(of: block).map { indent + $0 } }
    }
    return lines.map { $0 == "  " ? "\n" : $0 + "\n" }.joined()
  }

  private static func lines(of block: ReportDocument.Block) -> [String] {
    switch block {
    case .sentences(let sentences): sentences.map(\.plain)
    case .table(let table): lines(of: table)
    case .plot: []
    case .predictions(let predictions): predictions.map(line)
    }
  }

  private static func lines(of table: ReportTable) -> [String] {
    let rows = [table.columns.map(\.title)] + table.rows.map { $0.map { cut($0.plain) } }
    let texts = rows.map { $0.map { DisplayText($0) } }
    let widths = table.columns.indices.map { place in texts.map { $0[place].width }.max() ?? 0 }
    return ["", table.caption.plain]
      + texts.map { row in
        let cells = zip(zip(row, widths), table.columns).map { cell, column in
          let padding = String(repeating: " ", count: cell.1 - cell.0.width)
          return column.isNumber ? padding + cell.0.string : cell.0.string + padding
        }
        return "  " + trimmed(cells.joined(separator: "  "))
      }
  }

  /// Names of segments can be whole texts.
  private static func cut(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// `r-0421  hard  wrong by ada, upsetting 2 by lin`
  private static func line(_ prediction: ExportedPrediction) -> String {
    let said = prediction.reviews.map { exported -> String in
      let review = exported.review
      var words = [review.verdict?.rawValue].compactMap(\.self)
      if let upsetting = review.upsetting { words.append("upsetting \(upsetting.severity)") }
      if review.badTarget { words.append("bad target") }
      words += review.tags.map { "#" + ReportText.line($0) }
      let verb = exported.isResolution ? "settled by" : "by"
      return words.joined(separator: " ") + " \(verb) " + ReportText.line(exported.by)
    }
    return cut(ReportText.line(prediction.key)) + "  " + cut(ReportText.line(prediction.tier))
      + "  " + said.joined(separator: ", ")
  }
}
