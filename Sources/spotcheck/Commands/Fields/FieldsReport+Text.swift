import Predictions
import Screen

extension FieldsReport {
  /// The report for people, with a line break at its end.
  var text: String {
    var blocks = files.map(Self.text)
    if let matching { blocks.append("\(matching) match the query\n") }
    return blocks.joined(separator: "\n")
  }

  private static let damageShown = 20

  private static func text(of file: File) -> String {
    let report = file.report
    var lines = ["\(report.path): \(report.format), \(rows(report))", ""]
    lines += fields(report)
    lines += ["", "  signal     \(signal(report))"]
    let width = file.tiers.map { DisplayText($0.tier.name).width }.max() ?? 0
    for (place, (tier, count)) in file.tiers.enumerated() {
      let head = place == 0 ? "tiers" : ""
      lines.append("  \(padded(head, 9))  \(padded(tier.name, width))  \(count)")
    }
    lines += damage(report)
    lines += report.notes.isEmpty ? [] : ["", "  notes"] + report.notes.map { "    \($0)" }
    lines += ["", "  To say otherwise: --input FIELD, --output FIELD, --target FIELD, --id FIELD,"]
    lines += ["  --segments A,B, --rows PATH, or fields: in spotcheck.yaml."]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func rows(_ report: FileReport) -> String {
    let rows = "\(report.rows) \(report.rows == 1 ? "row" : "rows")"
    return report.damaged == 0 ? rows : "\(rows), \(report.damaged) damaged"
  }

  private static func signal(_ report: FileReport) -> String {
    guard let signal = report.signal else { return "none" }
    guard let note = report.signalNote else { return signal.rawValue }
    return note.hasPrefix(signal.rawValue) ? note : "\(signal.rawValue): \(note)"
  }

  /// One line per field: part, path, reason.
  private static func fields(_ report: FileReport) -> [String] {
    let missing: [String] = [Part.input, .output].filter { report.recognised[$0] == nil }
      .map { "  \(padded($0.word, 9))  not recognised: name it with --\($0.rawValue)" }
    let pairs = Part.allCases.flatMap { part in
      (report.recognised[part] ?? []).enumerated().map { place, field in
        (place == 0 ? part.word : "", field)
      }
    }
    let width = pairs.map { DisplayText($0.1.path).width }.max() ?? 0
    return pairs.map { "  \(padded($0, 9))  \(padded($1.path, width))  \($1.why)" } + missing
  }

  private static func damage(_ report: FileReport) -> [String] {
    guard report.damaged > 0 else { return [] }
    let shown = report.damage.prefix(damageShown).map { damaged in
      "    row \(damaged.row + 1), line \(damaged.damage.line), byte \(damaged.damage.offset): "
        + damaged.damage.reason.words
    }
    let more = report.damaged - shown.count
    return ["", "  damaged rows"] + shown + (more > 0 ? ["    and \(more) more"] : [])
  }

  private static func padded(_ text: String, _ columns: Int) -> String {
    DisplayText(text).padded(to: columns).string
  }
}

extension Part {
  /// The part as `fields` names it to people.
  fileprivate var word: String { self == .automatic ? "result" : rawValue }
}
