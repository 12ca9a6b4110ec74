import Evaluation

/// The outcome of a check as JUnit's XML, which build servers show.
///
/// A guardrail that was left is a failure, one that could not be measured an error, one that is
/// waiting is skipped; an open one passes and says so.
struct CheckJUnit {
  private let report: CheckReport

  init(_ report: CheckReport) { self.report = report }

  var text: String {
    let states = report.guardrails.map(\.finding.state)
    let counts = [
      ("tests", states.count + report.problems.count),
      ("failures", states.count { $0 == .left }), ("errors", report.problems.count),
      ("skipped", states.count { $0 == .waiting }),
    ].map { #"\#($0)="\#($1)""# }.joined(separator: " ")
    let suite = #"name="spotcheck" \#(counts) timestamp="\#(Self.escaped(report.at))""#
    let cases = report.guardrails.map(Self.testcase) + report.problems.map(Self.testcase)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites \(counts)>
      <testsuite \(suite)>
      \(cases.joined(separator: "\n"))
      </testsuite>
      </testsuites>

      """
  }

  private static func testcase(_ line: CheckReport.Line) -> String {
    let finding = line.finding
    let sentence = escaped(finding.sentence)
    let answer = line.response.map { escaped($0.sentence) } ?? ""
    let inner =
      switch finding.state {
      case .left: #"<failure message="\#(sentence)">\#(answer)</failure>"#
      case .waiting: #"<skipped message="\#(sentence)"/>"#
      case .open, .inside: "<system-out>\(sentence)</system-out>"
      }
    return testcase(finding.rule.name, inner)
  }

  private static func testcase(_ problem: CheckReport.Problem) -> String {
    let name = (problem.metric ?? "check") + (problem.where.map { " of \($0)" } ?? "")
    return testcase(name, #"<error message="\#(escaped(problem.sentence))"/>"#)
  }

  private static func testcase(_ name: String, _ inner: String) -> String {
    #"<testcase classname="spotcheck" name="\#(escaped(name))">\#(inner)</testcase>"#
  }

  /// XML has no way to write most control characters at all.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t", "\r": escaped += " "
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
