import ArgumentParser
import Evaluation

extension ReportScope: ExpressibleByArgument {}

/// How a report is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown, html
}

/// What a report says and how.
struct ReportOptions: ParsableArguments {
  @Option(help: "How to print it: text, json, markdown or html.")
  var format: ReportFormat = .text

  @Flag(help: "Only the summary.")
  var short = false

  @Option(
    help: ArgumentHelp(
      "What the automatic metric's interval is about: the model's future inputs, or this run, of "
        + "which everything is known and no interval is printed.", valueName: "scope"))
  var about: ReportScope = .model

  @Option(
    help: ArgumentHelp(
      "The share of errors that may pass among what runs without people.", valueName: "share"))
  var leak = 0.05

  @Option(
    help: ArgumentHelp(
      "How far an interval may reach to each side; says how many more reviews that takes.",
      valueName: "share"))
  var margin = 0.05

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Two segments to cross, with a comma.", valueName: "segments"))
  var cross: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also give rates in which predictions count by this field, such as traffic or cost.",
      valueName: "field"))
  var weight: String?

  @OptionGroup var redaction: RedactionOptions

  func validate() throws {
    guard leak > 0, leak < 1 else {
      throw ValidationError("--leak \(leak): write a share between 0 and 1, such as 0.05")
    }
    guard margin > 0, margin < 1 else {
      throw ValidationError("--margin \(margin): write a share between 0 and 1, such as 0.05")
    }
    for pair in cross where Self.names(of: pair).count != 2 {
      throw ValidationError("--cross \(pair): name two segments, such as region,category")
    }
    if redaction.isWanted, format == .json {
      throw ValidationError(
        "--redact is for texts; a report as JSON has none, only names of reviewers and segments, "
          + "which programs go by: leave it out, or print another format")
    }
    if short, format == .json {
      throw ValidationError("--short is for people: leave it out, or --format json")
    }
  }

  /// What the findings are asked.
  var question: RunFindings.Question {
    RunFindings.Question(leak: leak, margin: margin, crossings: cross.map(Self.names))
  }

  private static func names(of pair: String) -> [String] {
    pair.split(separator: ",").map(String.init)
  }
}
