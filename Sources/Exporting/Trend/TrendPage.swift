import Evaluation

/// Metrics over time as one HTML page: plots as SVG inside of it, no script, nothing to load.
package struct TrendPage {
  private let report: TrendReport

  package init(_ report: TrendReport) { self.report = report }

  package var text: String {
    let runs = "\(report.runs) \(report.runs == 1 ? "run" : "runs")"
    let limits =
      report.runs < MetricTrend.leastRuns
      ? " Limits are drawn from \(MetricTrend.leastRuns) runs on."
      : " Dashed lines are three standard deviations of each point's own denominator."
    let body = """
      <h1>Metrics over time</h1>
      <p>\(HTMLText.escaped(report.history)) · \(runs). Bars are intervals, the shaded band is the allowed \
      range.\(limits)</p>
      \(report.metrics.map(section).joined(separator: "\n"))
      """
    return HTMLPage.text(
      title: "spotcheck: metrics over time", style: Self.style + "\n", body: body)
  }

  private func section(_ trend: MetricTrend) -> String {
    """
    <section>
    <h2>\(HTMLText.escaped(trend.name))</h2>
    \(TrendPlot(trend).svg)
    <details><summary>\(trend.points.count) \(trend.points.count == 1 ? "value" : "values")</summary>
    <table>
    <tr><th>day</th><th>run</th><th>value</th><th></th></tr>
    \(trend.points.map { row($0, of: trend) }.joined(separator: "\n"))
    </table>
    </details>
    </section>
    """
  }

  private func row(_ point: MetricTrend.Point, of trend: MetricTrend) -> String {
    let marks = point.marks.map(trend.words).joined(separator: ", ")
    let cells = [String(point.at.prefix(10)), point.run ?? "", trend.words(point), marks]
    return "<tr>" + cells.map { "<td>\(HTMLText.escaped($0))</td>" }.joined() + "</tr>"
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #222; --dim: #777; --line: #2563a8; --band: #2e8b5722;
      --bad: #b3261e; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #ddd; --dim: #999; --line: #7db3e8; --band: #58c48a22; --bad: #ff8a80; } }
    body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); max-width: 52rem;
      margin: 2rem auto; padding: 0 1rem; }
    h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; }
    svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: var(--dim); }
    .band { fill: var(--band); } .path { fill: none; stroke: var(--line); stroke-width: 1.5; }
    .bar { stroke: var(--line); opacity: .45; } .dot { fill: var(--line); }
    .limit { fill: none; stroke: var(--dim); stroke-dasharray: 4 3; }
    .centre { stroke: var(--dim); opacity: .6; }
    .marked { fill: none; stroke: var(--bad); stroke-width: 2; }
    summary { color: var(--dim); cursor: pointer; }
    table { border-collapse: collapse; } th, td { text-align: left; padding: .1rem .8rem .1rem 0; }
    """
}
