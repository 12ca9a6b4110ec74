import ArgumentParser
import Configuration
import Evaluation
import Exporting

/// `spotcheck trend`: metrics over time, from the history.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Show metrics over time, from what `check --record` kept.",
    discussion: """
      The history is history.jsonl beside spotcheck.yaml, unless that says otherwise as history:. A \
      run that was measured several times is one point, its newest. From eight runs on, rates have \
      limits: the mean of all runs and three standard deviations of each point's own denominator, \
      as p charts have them; agreement has those of its own standard error. ✗ is a guardrail that \
      was left, ▲ and ▼ are beyond the limits.

      EXAMPLES:
        spotcheck trend
        spotcheck trend --metric wrong-rate --last 30
        spotcheck trend --format html > trend.html
      """)

  /// How trends are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  @Option(help: "How to print it: text, json or html.")
  var format: Format = .text

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only this metric, such as wrong-rate; may be repeated.", valueName: "name"))
  var metric: [String] = []

  @Option(help: ArgumentHelp("How many runs the table shows.", valueName: "count"))
  var last = 8

  @Option(
    help: ArgumentHelp("The history instead of the configured one.", valueName: "path"),
    completion: .file(extensions: ["jsonl"]))
  var history: String?

  @Option(
    help: ArgumentHelp("The configuration instead of the nearest one.", valueName: "path"),
    completion: .file(extensions: ["yaml"]))
  var config: String?

  @OptionGroup var color: ColorOptions

  func validate() throws {
    guard last >= 0 else { throw ValidationError("--last takes a number from 0 on") }
    for name in metric where Metric(rawValue: name) == nil {
      let known = Metric.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("no metric is called \(name): known are \(known)")
    }
  }

  func run() throws {
    let report = try report()
    tellDamage(report)
    switch format {
    case .text: try Console.write(TrendText(report, last: last).text)
    case .json: try Console.write(JSONPrinter.text(of: report), for: .program)
    case .html: try Console.write(TrendPage(report).text, for: .program)
    }
  }

  /// A file that is no history at all would tell the same of every line.
  private func tellDamage(_ report: TrendReport) {
    for damage in report.damaged.prefix(Self.mostToldDamage) {
      Console.report("note: \(report.history):\(damage.line): \(damage.reason)")
    }
    let more = report.damaged.count - Self.mostToldDamage
    if more > 0 { Console.report("note: \(report.history): \(more) more damaged lines") }
  }

  private static let mostToldDamage = 20

  private func report() throws -> TrendReport {
    let found = try FoundConfiguration(
      named: config, predictions: nil,
      workingFolder: Surroundings.current().workingFolder.string)
    let file = history.map(HistoryFile.init(path:)) ?? HistoryFile(found)
    guard let reading = try file.read() else {
      throw CommandError(
        "there is no history \(file.path): `spotcheck check --record FILE` begins one")
    }
    return TrendReport(reading, of: file.path, wanted: metric)
  }
}
