import Foundation
import TestSupport
import Testing

/// `spotcheck trend`, run as a program.
@Suite("spotcheck trend")
struct TrendTests {
  /// Ten runs, of which one is hostile and one is far off.
  private static let history =
    (0..<10).map { number in
      let wrong = number == 6 ? 45 : 10 + number % 3
      let run = number == 4 ? #"v4\u001b[31m\u202e<script>"# : "v\(number)"
      let state = number == 6 ? "left" : "open"
      return #"{"at":"2026-11-1\#(number)T08:00:00.000Z","content":"\#(number)","event":"metrics","#
        + #""metrics":[{"events":\#(wrong),"high":\#(Double(wrong + 6) / 100),"#
        + #""low":\#(Double(wrong - 5) / 100),"method":"stratified","metric":"wrong-rate","n":100,"#
        + #""range":[0,0.15],"state":"\#(state)","value":\#(Double(wrong) / 100),"#
        + #""where":"input:\"<i>\""},{"metric":"predictions","value":\#(1000 + number)}],"#
        + #""run":"\#(run)","v":1}"# + "\n"
    }.joined() + #"{"at":"2026-11-16T08:00:01.000Z","event":"incident","guardrail":"#
    + #"{"metric":"wrong-rate"},"response":{"command":"page","ending":"exited","status":0},"v":1}"#
    + "\n"

  private func folder(_ history: String = history) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(history, to: "history.jsonl")
    return folder
  }

  @Test("the terminal shows a line of blocks, a table, and what left its limits or its range")
  func text() throws {
    let run = try ProgramRun.of(["trend"], in: folder())
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    Golden.expect(run.output, named: "trend.txt")
  }

  @Test("the page is one file with plots and no script, whatever runs are called")
  func html() throws {
    let run = try ProgramRun.of(["trend", "--format", "html"], in: folder())
    #expect(run.status == 0)
    for word in ["<script", "http:", "https:", "src=", "url(", "\u{1B}", "\u{202E}", "<i>"] {
      #expect(!run.output.contains(word), "\(word)")
    }
    #expect(run.output.contains("v4␛[31m") && run.output.contains("&lt;script&gt;"))
    #expect(run.output.contains("<svg") && run.output.contains(#"class="limit""#))
    Golden.expect(run.output, named: "trend.html")
  }

  @Test("JSON has every point with its limits and marks")
  func json() throws {
    struct Report: Decodable {
      struct Metric: Decodable {
        struct Point: Decodable {
          let run: String?
          let value: Double
          let limits: [Double]?
          let marks: [String]?
        }
        let metric: String
        let points: [Point]
      }
      let runs: Int
      let metrics: [Metric]
    }
    let run = try ProgramRun.of(
      ["trend", "--format", "json", "--metric", "wrong-rate"], in: folder())
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(report.runs == 10)
    #expect(report.metrics.map(\.metric) == ["wrong-rate"])
    #expect(report.metrics[0].points.compactMap(\.marks) == [["left", "above"]])
    #expect(report.metrics[0].points.allSatisfy { $0.limits?.count == 2 })
  }

  @Test("damaged lines are reported with their numbers and skipped")
  func damage() throws {
    let run = try ProgramRun.of(["trend"], in: folder("nonsense\n" + Self.history + "{\"at"))
    #expect(run.status == 0)
    #expect(run.errors.contains("note: history.jsonl:1: it is no line of a history"))
    #expect(run.errors.contains("note: history.jsonl:13: the last line was cut off"))
    #expect(run.output.contains("10 runs"))
  }

  @Test("of a file that is no history the first lines are reported, and how many more there are")
  func foreignFile() throws {
    let lines = String(repeating: "{}\n", count: 50)
    let run = try ProgramRun.of(["trend"], in: folder(lines + Self.history))
    #expect(run.errors.contains("note: history.jsonl:20: it is no line of a history"))
    #expect(!run.errors.contains("note: history.jsonl:21:"))
    #expect(run.errors.contains("note: history.jsonl: 30 more damaged lines"))
    #expect(run.output.contains("10 runs"))
  }

  @Test("without a history it is said how one begins, and a metric that is none is wrong usage")
  func nothing() throws {
    let run = try ProgramRun.of(["trend"], in: TemporaryFolder())
    #expect(run.status == 1)
    #expect(run.errors.contains("`spotcheck check --record FILE` begins one"))
    let wrong = try ProgramRun.of(["trend", "--metric", "recall"], in: folder())
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("no metric is called recall"))
  }

  @Test("a team records every run and looks at the trend")
  func asATeam() throws {
    let folder = try CheckedFolder.make([
      "metric: accuracy, range: [0.7, 1], respond: \"cat >> pages\""
    ])
    for number in 0..<9 {
      let rows = CheckedFolder.rows(300, wrongEach: number == 5 ? 2 : 4, run: "v\(number)")
      try folder.write(rows.replacing("answer", with: "answer \(number)"), to: "v\(number).jsonl")
    }
    let line = """
      for file in v?.jsonl; do "$SPOTCHECK" check --record $file > /dev/null; echo $? >> statuses; done
      "$SPOTCHECK" check --record v8.jsonl > /dev/null
      "$SPOTCHECK" trend --metric accuracy --last 20
      """
    let run = try ProgramRun.ofShell(line, in: folder)
    #expect(try folder.read("statuses").replacing("\n", with: "") == "000002000")
    #expect(try folder.read("pages").split(separator: "\n").count == 1)
    #expect(run.output.hasPrefix("history.jsonl · 9 runs\n"))
    #expect(
      run.output.contains(
        "v5  50.0 % of 300 (44.4–55.6)  ✗ left its allowed range  ▼ below its limits"))
    #expect(run.output.contains("accuracy was left  cat >> pages: exited 0"))
  }
}
