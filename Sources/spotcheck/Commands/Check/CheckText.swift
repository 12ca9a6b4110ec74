import Evaluation

/// The outcome of a check for people: a line for each guardrail, those that were left first.
struct CheckText {
  private let report: CheckReport

  init(_ report: CheckReport) { self.report = report }

  var text: String {
    let order: [GuardrailFinding.State] = [.left, .open, .waiting, .inside]
    var lines = order.flatMap { state in
      report.guardrails.filter { $0.finding.state == state }.flatMap(Self.lines)
    }
    lines.append(summary)
    if let recorded = report.recorded { lines.append("recorded in \(recorded)") }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(_ line: CheckReport.Line) -> [String] {
    let finding = line.finding
    let glyph =
      switch finding.state {
      case .left: "✗"
      case .open: "?"
      case .waiting: "·"
      case .inside: finding.isWarning ? "!" : "✓"
      }
    let name = finding.state.rawValue
    let padding = String(repeating: " ", count: 8 - name.count)
    let head = "\(glyph) \(name)\(padding)\(finding.sentence)"
    guard let response = line.response else { return [head] }
    return [head, "           \(response.sentence)"] + response.said.map { "         " + $0 }
  }

  private var summary: String {
    guard !report.guardrails.isEmpty else { return "no guardrail was checked" }
    let counts = GuardrailFinding.State.allCases.map { state in
      "\(report.guardrails.count { $0.finding.state == state }) \(state.rawValue)"
    }
    let count = report.guardrails.count
    return "\(count) \(count == 1 ? "guardrail" : "guardrails"): " + counts.joined(separator: ", ")
  }
}
