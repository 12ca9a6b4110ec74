import Evaluation

/// The report as a table for people.
struct RunReportText {
  private let report: RunReport

  init(_ report: RunReport) { self.report = report }

  var text: String {
    var lines = [heading]
    lines += table("tiers", report.tiers.map { ($0.tier, $0.count, $0.automatic) })
    var names: [String] = []
    for line in report.segments where !names.contains(line.segment) { names.append(line.segment) }
    for name in names {
      let slices = report.segments.filter { $0.segment == name }
      lines += table(name, slices.map { ($0.value, $0.count, $0.automatic) })
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var heading: String {
    var words = ["\(report.predictions) predictions"]
    if report.damaged > 0 { words.append("\(report.damaged) damaged") }
    if let automatic = report.automatic { words.append(Self.words(automatic)) }
    return words.joined(separator: " · ")
  }

  private func table(_ name: String, _ rows: [(String, Int, AutomaticMetric?)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let values = min(32, rows.map(\.0.count).max() ?? 0)
    let counts = rows.map { String($0.1).count }.max() ?? 0
    return ["", name]
      + rows.map { value, count, automatic in
        let number = String(repeating: " ", count: counts - String(count).count) + String(count)
        let padding = String(repeating: " ", count: max(0, values - value.count))
        let metric = automatic.map { "   " + Self.words($0) } ?? ""
        return "  \(value)\(padding)  \(number)\(metric)"
      }
  }

  /// `accuracy 86.5 % of 1168 (84.4–88.3)`
  private static func words(_ automatic: AutomaticMetric) -> String {
    if let rate = automatic.accuracy {
      return "accuracy \(percent(rate.rate)) % of \(rate.n) "
        + "(\(percent(rate.low))–\(percent(rate.high)))"
    }
    let mean = automatic.mean.map { String(($0 * 1000).rounded() / 1000) } ?? "n/a"
    return "mean score \(mean) of \(automatic.graded)"
  }

  private static func percent(_ share: Double) -> String { String((share * 1000).rounded() / 10) }
}
