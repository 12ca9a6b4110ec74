import Evaluation
import Foundation

/// What a guardrail that was left has run, and what came of it.
struct Response: Encodable {
  /// What the command reads on its standard input, as JSON on one line.
  struct Facts: Encodable {
    /// When it was found, by whom, and in which files of which run.
    let at: String
    let by: String
    let run: String?
    let model: String?
    let files: [String]
    let guardrail: GuardrailFinding
    let heads: [String]
  }

  private enum CodingKeys: String, CodingKey {
    case command, ending, status, output, printed
  }

  let command: String
  let seconds: Int
  let outcome: ShellCommand.Outcome

  /// Runs the command in a folder and waits for it.
  init(_ command: String, with facts: Facts, in folder: String, seconds: Int) {
    self.command = command
    self.seconds = seconds
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = (try? encoder.encode(facts)).map { [UInt8]($0) } ?? []
    outcome = ShellCommand(line: command, folder: folder, seconds: seconds)
      .run(reading: text + [UInt8(ascii: "\n")])
  }

  var hasSucceeded: Bool { outcome.ending == .exited(0) }

  /// `page-on-call: done`, or what went wrong.
  var sentence: String {
    switch outcome.ending {
    case .exited(0):
      outcome.leftSomethingRunning
        ? "the response \(command) is done; what it left running was stopped after \(seconds) s"
        : "the response \(command) is done"
    case .exited(let status):
      "the response \(command) failed with status \(status): see to it by hand"
    case .signalled(let signal):
      "the response \(command) was ended by signal \(signal): see to it by hand"
    case .stopped:
      "the response \(command) did not end within \(seconds) s and was stopped: see to it by hand"
    case .notStarted(let errno):
      "the response \(command) could not be started (\(errno)): see to it by hand"
    }
  }

  /// The facts about a guardrail over the predictions that are open.
  static func facts(
    _ finding: GuardrailFinding, in context: QueryContext, files: [String], heads: [String]
  ) -> Facts {
    let first = context.snapshot.rowCount > 0 ? context.store.prediction(at: 0) : nil
    return Facts(
      at: context.now.text, by: context.reviewer, run: first?.run, model: first?.model,
      files: files, guardrail: finding, heads: heads)
  }

  /// What it printed, a few lines of it, and how much is left out.
  var said: [String] {
    var lines = String(decoding: outcome.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true).prefix(Self.shownLines)
      .map { "  | " + $0.prefix(Self.shownWidth) }
    let shown = lines.reduce(0) { $0 + $1.utf8.count }
    if outcome.printed > shown + 64 { lines.append("  | … \(outcome.printed) bytes in all") }
    return lines
  }

  private static let shownLines = 5
  private static let shownWidth = 200

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(command, forKey: .command)
    switch outcome.ending {
    case .exited(let status):
      try container.encode("exited", forKey: .ending)
      try container.encode(status, forKey: .status)
    case .signalled(let signal):
      try container.encode("signalled", forKey: .ending)
      try container.encode(signal, forKey: .status)
    case .stopped: try container.encode("stopped", forKey: .ending)
    case .notStarted: try container.encode("not-started", forKey: .ending)
    }
    try container.encode(String(decoding: outcome.output, as: UTF8.self), forKey: .output)
    try container.encode(outcome.printed, forKey: .printed)
  }
}
