import ArgumentParser

/// How guardrails are checked and said.
struct CheckOptions: ParsableArguments {
  /// How the outcome is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, junit

    func text(of report: CheckReport) throws -> String {
      switch self {
      case .text: CheckText(report).text
      case .json: try JSONPrinter.text(of: report)
      case .junit: CheckJUnit(report).text
      }
    }
  }

  @Option(help: "How to print it: text, json or junit.")
  var format: Format = .text

  @Flag(help: "Append the metrics to the history, one line of JSON.")
  var record = false

  @Flag(help: "Measure, and run no response.")
  var noRespond = false

  @Option(
    help: ArgumentHelp("How long a response may take, 1 to 3600.", valueName: "seconds"))
  var respondWithin = 30

  func validate() throws {
    guard (1...3600).contains(respondWithin) else {
      throw ValidationError("a response may take 1 to 3600 seconds, not \(respondWithin)")
    }
  }
}
