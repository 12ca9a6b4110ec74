import Evaluation

/// A report as sections of sentences, tables and plots, before it is written in any format.
package struct ReportDocument: Sendable {
  struct Section: Sendable {
    /// A name for links, unique in the document.
    let name: String
    let title: String
    var blocks: [Block]
  }

  enum Block: Sendable {
    case sentences([ReportText])
    case table(ReportTable)
    case plot(ReportPlot)
    case predictions([ExportedPrediction])
  }

  let title: String
  let sections: [Section]

  /// Only the first section: what fits into a message.
  package var short: ReportDocument {
    ReportDocument(title: title, sections: Array(sections.prefix(1)))
  }
}

/// Rows of one kind with a heading for each column; the first column says what a row is about.
struct ReportTable: Sendable {
  struct Column: Sendable {
    let title: String
    var isNumber = false
  }

  let caption: ReportText
  let columns: [Column]
  let rows: [[ReportText]]

  /// Without the columns of which no row says anything.
  init(_ caption: ReportText, _ columns: [Column], _ rows: [[ReportText]]) {
    let kept = columns.indices.filter { place in
      place == 0 || rows.contains { !$0[place].plain.isEmpty }
    }
    self.caption = caption
    self.columns = kept.map { columns[$0] }
    self.rows = rows.map { row in kept.map { row[$0] } }
  }
}

/// A picture of numbers; formats that draw nothing leave it out, since a table says the same.
enum ReportPlot: Sendable {
  struct Mark: Sendable {
    let label: ReportText
    let rate: Double
    let low: Double
    let high: Double
  }

  /// Rates with their intervals, one below the other.
  case intervals(title: String, marks: [Mark])
  /// How often predictions of about the same confidence were right.
  case reliability(ModelCalibration)
  /// How many verdicts of each kind there are by confidence.
  case confidences([ModelCalibration.VerdictBin])
}
