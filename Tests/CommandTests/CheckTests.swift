import Foundation
import TestSupport
import Testing

/// `spotcheck check`, run as a program.
@Suite("spotcheck check")
struct CheckTests {
  private struct Report: Decodable {
    struct Line: Decodable {
      let metric: String
      let `where`: String?
      let state: String
      let value: Double?
      let low: Double?
      let n: Int?
      let method: String?
      let sentence: String
      let warning: Bool?
      let line: Int
    }

    let run: String?
    let guardrails: [Line]
    let problems: [[String: String]]?
  }

  private static let inside = "metric: accuracy, range: [0.7, 1]"
  private static let left = "metric: accuracy, range: [0.9, 1]"

  @Test("ends with 0 where all is inside, open or waiting, and with 2 where a guardrail was left")
  func statuses() throws {
    let calm = try CheckedFolder.make([Self.inside, "metric: wrong-rate, range: [0, 0.1]"])
    #expect(try ProgramRun.of(["check", "run.jsonl"], in: calm).status == 0)
    let folder = try CheckedFolder.make([Self.inside, Self.left])
    let run = try ProgramRun.of(["check", "run.jsonl"], in: folder)
    #expect(run.status == 2)
    #expect(run.errors.isEmpty)
    #expect(
      run.output == """
        ✗ left    accuracy is 75.0 % of 60 (62.8–84.2); allowed is at least 90.0 %; it left that range
        ✓ inside  accuracy is 75.0 % of 60 (62.8–84.2); allowed is at least 70.0 %
        2 guardrails: 1 inside, 0 open, 1 left, 0 waiting

        """)
  }

  @Test("JSON has every guardrail with its value, denominator, method, state and sentence")
  func json() throws {
    let folder = try CheckedFolder.make([
      #"metric: accuracy, where: "region:EU", range: [0.5, 1], warn: [0.9, 1]"#,
      "metric: upsetting-rate, range: [0, 0.01], over: 14d",
    ])
    let run = try ProgramRun.of(["check", "--format", "json", "run.jsonl"], in: folder)
    #expect(run.status == 0)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(report.run == "v7")
    #expect(report.guardrails.map(\.state) == ["inside", "waiting"])
    #expect(report.guardrails.map(\.line) == [2, 3])
    let accuracy = report.guardrails[0]
    #expect(accuracy.where == "region:EU" && accuracy.n == 30 && accuracy.method == "wilson")
    #expect(accuracy.warning == true)
  }

  @Test("JUnit has a failure for what was left, and escapes what XML does not take")
  func junit() throws {
    let folder = try CheckedFolder.make([
      #"metric: accuracy, where: "input:\"<q>&\u0001\" or region:EU", range: [0.9, 1]"#,
      "metric: wrong-rate, range: [0, 0.1]", Self.inside,
    ])
    let run = try ProgramRun.of(["check", "--format", "junit", "run.jsonl"], in: folder)
    #expect(run.status == 2)
    let document = XMLishDocument(run.output)
    #expect(document.isWellFormed)
    #expect(run.output.contains(#"tests="3" failures="1" errors="0" skipped="1""#))
    #expect(run.output.contains(#"name="accuracy of input:&quot;&lt;q&gt;&amp;"#))
    #expect(!run.output.contains("\u{1}"))
  }

  @Test("a guardrail that cannot be measured is a failure, and hides none that was left")
  func problems() throws {
    let bad = #"metric: accuracy, where: "nosuch:1", range: [0, 1]"#
    let only = try ProgramRun.of(
      ["check", "run.jsonl"], in: CheckedFolder.make([bad, Self.inside]))
    #expect(only.status == 1)
    #expect(
      only.errors.contains("spotcheck.yaml:2: accuracy cannot be measured: no field `nosuch`"))
    #expect(only.output.contains("✓ inside"))
    let both = try ProgramRun.of(["check", "run.jsonl"], in: CheckedFolder.make([bad, Self.left]))
    #expect(both.status == 2)
  }

  @Test("without guardrails there is nothing to check, and that is said")
  func nothing() throws {
    let run = try ProgramRun.of(["check", "run.jsonl"], in: CheckedFolder.make([]))
    #expect(run.status == 1)
    #expect(run.errors.contains("there is no spotcheck.yaml with guardrails"))
  }

  @Test("the query of the command line narrows every guardrail")
  func query() throws {
    let folder = try CheckedFolder.make([
      #"metric: predictions, where: "region:EU or region:US", range: [0, 100]"#
    ])
    let run = try ProgramRun.of(
      ["check", "--format", "json", "--where", "region:EU", "run.jsonl"], in: folder)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(report.guardrails.map(\.value) == [30])
    let bad = try ProgramRun.of(["check", "--where", "(", "run.jsonl"], in: folder)
    #expect(bad.status == 64)
  }

  @Test("--record appends one whole line, also after a torn one, and keeps what is there")
  func record() throws {
    let folder = try CheckedFolder.make([Self.left], more: "history: past.jsonl\n")
    try folder.write("{\"torn", to: "past.jsonl")
    #expect(try ProgramRun.of(["check", "--record", "run.jsonl"], in: folder).status == 2)
    let lines = try folder.read("past.jsonl").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0] == "{\"torn")
    #expect(lines[1].contains(#""run":"v7""#) && lines[1].contains(#""model":"m1""#))
    #expect(lines[1].contains(#""range":[0.9,1],"state":"left","value":0.75"#))
    #expect(lines[1].contains(#""metric":"predictions","value":60"#))
  }

  @Test("a history that is no file, or cannot be written, is a failure and hides no breach")
  func unwritableHistory() throws {
    let folder = try CheckedFolder.make([Self.inside], more: "history: /dev/full\n")
    let run = try ProgramRun.of(["check", "--record", "run.jsonl"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("the history /dev/full is no ordinary file"))
    let left = try CheckedFolder.make([Self.left], more: "history: no/such/folder.jsonl\n")
    #expect(try ProgramRun.of(["check", "--record", "run.jsonl"], in: left).status == 2)
  }

  @Test("without guardrails the lines are named that are to be written, after init too")
  func withoutGuardrails() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"id":"a","input":"q","output":"b","target":"b"}"# + "\n", to: "run.jsonl")
    let before = try ProgramRun.of(["check", "run.jsonl"], in: folder)
    #expect(before.status == 1)
    #expect(before.errors.contains("`spotcheck init FILE` writes one"))
    #expect(try ProgramRun.of(["init", "run.jsonl"], in: folder).status == 0)
    let after = try ProgramRun.of(["check", "run.jsonl"], in: folder)
    #expect(after.status == 1)
    #expect(after.errors.contains("write there what is allowed"))
    #expect(!after.errors.contains("init"))
    let written = try folder.read("spotcheck.yaml")
    for line in ["guardrails:", "  - {metric: accuracy, range: [0.90, 1], warn: [0.92, 1]}"] {
      #expect(after.errors.contains("\n\(line)\n"))
      #expect(written.contains("\n# \(line)\n"))
    }
  }
}

/// Looks whether tags are closed in order, which is all that is asked of our own XML.
private struct XMLishDocument {
  let isWellFormed: Bool

  init(_ text: String) {
    var open: [Substring] = []
    var isGood = true
    for part in text.split(separator: "<").dropFirst() where !part.hasPrefix("?") {
      let tag = part.prefix { $0 != ">" }
      if tag.hasPrefix("/") {
        isGood = isGood && open.popLast() == tag.dropFirst()
      } else if !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
    }
    isWellFormed = isGood && open.isEmpty
  }
}
