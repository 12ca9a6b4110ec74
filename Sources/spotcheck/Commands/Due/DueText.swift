import Evaluation
import Screen

/// What is due, for people: what is overdue first, then all parts.
struct DueText {
  private let report: DueReport

  init(_ report: DueReport) { self.report = report }

  var text: String {
    let names = report.lines.map { DisplayText($0.name) }
    let width = names.map { min(40, $0.width) }.max() ?? 0
    var lines = zip(report.lines, names).map { line, name in
      let padding = String(repeating: " ", count: max(0, width - name.width))
      let glyph = line.overdue ? "✗" : line.allowed == nil ? " " : "✓"
      return "\(glyph) \(name.string)\(padding)  \(Self.words(line))"
    }
    let count = report.overdue.count
    let cadence =
      report.isDefault
      ? "; no guardrail of days-since-review says how often, so all is due daily and a tier weekly"
      : ""
    lines.append((count == 0 ? "nothing is overdue" : "\(count) overdue") + cadence)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func words(_ line: DueReport.Line) -> String {
    let reviewed = "\(line.reviewed) of \(line.items) judged"
    let last = line.last.flatMap { last in
      line.days.map { "last \(last.prefix(10)), \(Metric.daysSinceReview.words($0)) ago" }
    }
    let allowed = line.allowed.map { ", wanted every \(Metric.daysSinceReview.words($0))" } ?? ""
    return "\(last ?? "never looked at")\(allowed) · \(reviewed)"
  }
}
