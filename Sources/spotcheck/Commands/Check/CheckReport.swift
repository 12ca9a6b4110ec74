import Evaluation
import Foundation

/// What became of all guardrails.
struct CheckReport: Encodable {
  /// A guardrail that was measured, and what was done about it.
  struct Line: Encodable {
    private enum CodingKeys: String, CodingKey { case line, response }

    let finding: GuardrailFinding
    /// Where it stands in the configuration.
    let line: Int
    /// What is to be run where it was left.
    let command: String?
    var response: Response?

    func encode(to encoder: any Encoder) throws {
      try finding.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(line, forKey: .line)
      try container.encodeIfPresent(response, forKey: .response)
    }
  }

  /// Something that could not be done.
  struct Problem: Encodable {
    /// The guardrail it is about, where it is about one.
    var metric: String?
    var `where`: String?
    var line: Int?
    let sentence: String
  }

  let at: String
  let run: String?
  let files: [String]
  var guardrails: [Line] = []
  var problems: [Problem] = []
  /// The history that has a new line of metrics.
  var recorded: String?
  let heads: [String]

  /// A guardrail that was left comes before everything that could not be done.
  var status: ExitStatus {
    if guardrails.contains(where: { $0.finding.state == .left }) { return .needsAttention }
    return problems.isEmpty ? .done : .failed
  }
}
