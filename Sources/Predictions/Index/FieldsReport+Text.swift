extension FieldsReport {
  /// Lines for people, not made safe for a terminal: what was read as what, why, and how to say
  /// otherwise.
  package var lines: [String] {
    var lines: [String] = []
    for file in files {
      if !lines.isEmpty { lines.append("") }
      lines += Self.lines(file)
    }
    guard !files.isEmpty else { return lines }
    return lines + [
      "",
      "to say otherwise: --id, --input, --output, --target or --segments FIELD, --rows a.b.c,",
      "or any part under `fields:` in spotcheck.yaml",
    ]
  }

  private static let order: [Part] = [
    .id, .input, .output, .target, .automatic, .judges, .scores, .confidence, .difficulty,
    .variability, .shield, .model, .run, .time, .segments,
  ]

  private static func lines(_ file: File) -> [String] {
    let report = file.report
    var table: [(String, String, String)] = []
    for part in order {
      for (index, field) in (report.recognised[part] ?? []).enumerated() {
        table.append((index == 0 ? part.rawValue : "", field.path, field.why))
      }
    }
    let width = min(40, table.map(\.1.count).max() ?? 0)
    var lines = [heading(report)]
    lines += table.map { "  \(pad($0, 11)) \(pad($1, width))  \($2)" }
    lines.append("  \(pad("signal", 11)) \(signal(report))")
    let tiers = file.tiers.map { "\($0.tier.name) \(grouped($0.count))" }
    if !tiers.isEmpty { lines.append("  \(pad("tiers", 11)) " + tiers.joined(separator: " · ")) }
    lines += report.damage.map { damaged in
      "  \(pad("damaged", 11)) line \(damaged.damage.line), byte \(damaged.damage.offset): "
        + damaged.damage.reason.words
    }
    if report.damaged > report.damage.count {
      lines.append("  \(pad("", 11)) and \(grouped(report.damaged - report.damage.count)) more")
    }
    return lines + report.notes.map { "  \(pad("note", 11)) \($0)" }
  }

  private static func heading(_ report: FileReport) -> String {
    let rows = "\(grouped(report.rows)) \(report.rows == 1 ? "row" : "rows")"
    let damaged = report.damaged == 0 ? "" : ", \(grouped(report.damaged)) damaged"
    return "\(report.path) · \(report.format) · \(rows)\(damaged)"
  }

  private static func signal(_ report: FileReport) -> String {
    guard let signal = report.signal else { return "none" }
    return signal.rawValue + (report.signalNote.map { ": \($0)" } ?? "")
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Digits in groups of three: `1,204`.
  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
