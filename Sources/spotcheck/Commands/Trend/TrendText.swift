import Evaluation
import Screen

/// Metrics over time for a terminal: a line of blocks and a table for each.
struct TrendText {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// So many runs fit into the line of blocks.
  private static let width = 60

  private let report: TrendReport
  private let last: Int

  init(_ report: TrendReport, last: Int) {
    self.report = report
    self.last = last
  }

  var text: String {
    guard !report.metrics.isEmpty else { return "\(report.history) has no metrics\n" }
    let blocks = report.metrics.flatMap { [""] + lines(of: $0) }
    return ([heading] + blocks + incidents).map { $0 + "\n" }.joined()
  }

  private var heading: String {
    let runs = "\(report.runs) \(report.runs == 1 ? "run" : "runs")"
    let few =
      report.runs < MetricTrend.leastRuns ? " · limits from \(MetricTrend.leastRuns) runs on" : ""
    return "\(report.history) · \(runs)\(few)"
  }

  private func lines(of trend: MetricTrend) -> [String] {
    let line = String(
      trend.heights.suffix(Self.width).map {
        Self.blocks[min(Self.blocks.count - 1, Int($0 * Double(Self.blocks.count)))]
      })
    let words = [trend.name, line, trend.course, trend.limitsInWords].compactMap(\.self)
    return [words.joined(separator: "  ")] + table(of: trend)
  }

  private func table(of trend: MetricTrend) -> [String] {
    let points = trend.points.suffix(last)
    let runs = points.map { DisplayText($0.run ?? "") }
    let width = runs.map(\.width).max() ?? 0
    return zip(points, runs).map { point, run in
      let padding = String(repeating: " ", count: width - run.width)
      let marks = point.marks.map { "  \(Self.glyph($0)) \(trend.words($0))" }.joined()
      return "  \(point.at.prefix(10))  \(run.string)\(padding)  \(trend.words(point))\(marks)"
    }
  }

  private static func glyph(_ mark: MetricTrend.Mark) -> String {
    switch mark {
    case .left: "✗"
    case .above: "▲"
    case .below: "▼"
    }
  }

  private var incidents: [String] {
    let shown = report.incidents.suffix(last)
    guard !shown.isEmpty else { return [] }
    return ["", "responses"]
      + shown.map { entry in
        let metric = entry.guardrail?.metric ?? "a guardrail"
        let how = entry.response.map { answer in
          "\(answer.command): \(answer.ending)\(answer.status.map { " \($0)" } ?? "")"
        }
        return "  \(entry.at.prefix(10))  \(metric) was left  \(how ?? "")"
      }
  }
}
