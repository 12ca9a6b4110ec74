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
      "to say otherwise: --id, --input, --output, --target or --segments FIELD,",
      "--rows a.b.c, or any part under `fields:` in spotcheck.yaml",
    ]
  }

  /// Columns that every terminal has.
  private static let width = 80
  /// Where the second column begins.
  private static let indent = 14
  /// More damaged rows than these would push everything else off the screen.
  private static let damageListed = 20

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
    let pathWidth = min(32, table.map(\.1.count).max() ?? 0)
    var lines = [heading(report)]
    for (part, path, why) in table {
      let start = pad(path, pathWidth) + "  "
      if indent + start.count + why.count <= width {
        lines += row(part, start, why)
      } else {
        lines += row(part, "", path) + row("", "", why)
      }
    }
    lines += row("signal", "", signal(report))
    let tiers = file.tiers.map { "\($0.tier.name) \(grouped($0.count))" }
    if !tiers.isEmpty { lines += row("tiers", "", tiers.joined(separator: " · ") + repeats(file)) }
    for damaged in report.damage.prefix(damageListed) {
      let place = "line \(damaged.damage.line), byte \(damaged.damage.offset): "
      lines += row("damaged", place, damaged.damage.reason.words)
    }
    let more = report.damaged - min(damageListed, report.damage.count)
    if more > 0 { lines += row("", "", "and \(grouped(more)) more: --format json lists them") }
    return lines + report.notes.flatMap { row("note", "", $0) }
  }

  /// A name, what it stands for, and words that are wrapped where they are too long.
  private static func row(_ name: String, _ start: String, _ words: String) -> [String] {
    var lines = ["  \(pad(name, indent - 3)) \(oneLine(start))"]
    for (place, word) in oneLine(words).split(separator: " ").enumerated() {
      let isFull = lines[lines.count - 1].count + word.count >= width
      if place > 0, isFull {
        lines.append(pad("", indent) + word)
      } else {
        lines[lines.count - 1] += (place > 0 ? " " : "") + word
      }
    }
    return lines
  }

  /// A name from the file cannot make lines of its own.
  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? "⏎" : $0 })
  }

  private static func heading(_ report: FileReport) -> String {
    let rows = "\(grouped(report.rows)) \(report.rows == 1 ? "row" : "rows")"
    let damaged = report.damaged == 0 ? "" : ", \(grouped(report.damaged)) damaged"
    return "\(report.path) · \(report.format) · \(rows)\(damaged)"
  }

  /// What the numbers of the tiers count, where that is not rows: one prediction that stands in several
  /// of them is looked at once.
  private static func repeats(_ file: File) -> String {
    let items = file.tiers.reduce(0) { $0 + $1.count }
    guard items < file.tiers.reduce(0, { $0 + $1.rows }) else { return "" }
    return ", of \(grouped(items)) different predictions: rows that repeat one count once"
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
