import Foundation
import TestSupport
import Testing

/// `spotcheck export`, run as a program over what a replay judged.
@Suite("spotcheck export")
struct ExportTests {
  /// A folder in which ada called the least sure prediction wrong and the next one ok, and flagged
  /// the third as upsetting.
  private static func judgedFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    let replay = try ProgramRun.of(
      ["replay", "--keys", "wou", "--ledger", "ledger/ada.jsonl", "run.jsonl"], in: folder)
    #expect(replay.status == 0)
    return folder
  }

  @Test("what was flagged is exported with who said what")
  func flagged() throws {
    let run = try ProgramRun.of(["export", "run.jsonl"], in: Self.judgedFolder())
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("\"by\":\"ada\"") })
    #expect(lines.contains { $0.contains("\"key\":\"case-12\"") && $0.contains("\"wrong\"") })
    #expect(run.errors.contains("ledger heads: sha256:"))
  }

  @Test("-o - is standard output, as everywhere")
  func dash() throws {
    let folder = try Self.judgedFolder()
    let plain = try ProgramRun.of(["export", "run.jsonl"], in: folder)
    let dash = try ProgramRun.of(["export", "-o", "-", "run.jsonl"], in: folder)
    #expect(dash.status == 0)
    #expect(dash.output == plain.output)
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "-")))
    let merge = try ProgramRun.of(["ledger", "merge", "-o", "-", "ledger/ada.jsonl"], in: folder)
    #expect(merge.status == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "-")))
  }

  @Test(
    "--all exports everything, and --where only what matches",
    arguments: [
      (["--all"], 12), (["--all", "--where", "verdict:ok"], 1), (["--where", "upsetting"], 1),
      (["--by", "lin"], 0), (["--since", "2026-01-06"], 0), (["--since", "2026-01-05"], 2),
    ])
  func selection(options: [String], count: Int) throws {
    let run = try ProgramRun.of(["export"] + options + ["run.jsonl"], in: Self.judgedFolder())
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == count)
  }

  @Test(
    "--where knows every field of the file",
    arguments: [("lang:de", "a"), ("metadata.lang:\"\"", "b"), ("judge_helpfulness<3", "b")])
  func fieldOfTheFile(query: String, key: String) throws {
    let folder = try TemporaryFolder()
    let rows = [
      #"{"id":"a","input":"p","output":"q","judge_helpfulness":4.5,"metadata":{"lang":"de"}}"#,
      #"{"id":"b","input":"r","output":"s","judge_helpfulness":2.5,"metadata":{}}"#,
    ]
    try folder.write(rows.joined(separator: "\n") + "\n", to: "run.jsonl")
    let run = try ProgramRun.of(
      ["export", "--all", "--fields", "key", "--where", query, "run.jsonl"], in: folder)
    #expect(run.output == "{\"key\":\"\(key)\"}\n")
  }

  @Test("the heads of one export make the next one begin behind them")
  func after() throws {
    let folder = try Self.judgedFolder()
    let first = try ProgramRun.of(["export", "run.jsonl"], in: folder)
    let head = try #require(first.errors.firstMatch(of: /sha256:[0-9a-f]{64}/))
    let second = try ProgramRun.of(
      ["export", "--after", String(head.output), "run.jsonl"], in: folder)
    #expect(second.status == 0)
    #expect(second.output.isEmpty)
    // Who exports need not have judged, and then has no file.
    let lead = try ProgramRun.of(
      ["export", "--reviewer", "lead", "--after", String(head.output), "run.jsonl"], in: folder)
    #expect(lead.status == 0)
    #expect(lead.output.isEmpty)
    let other = "sha256:" + String(repeating: "0", count: 64)
    let unknown = try ProgramRun.of(["export", "--after", other, "run.jsonl"], in: folder)
    #expect(unknown.status == 1)
  }

  @Test(
    "-o writes a private file whose name decides the format",
    arguments: [
      ("flagged.csv", "key,"), ("flagged.json", "{"), ("flagged.md", "#"),
      ("flagged.jsonl", "{\"key\""),
    ])
  func file(name: String, beginning: String) throws {
    let folder = try Self.judgedFolder()
    let run = try ProgramRun.of(["export", "-o", name, "run.jsonl"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(try folder.read(name).hasPrefix(beginning))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(of: name))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("a reader that stops early ends the export without a word")
  func closedPipe() throws {
    let folder = try Self.judgedFolder()
    try folder.write(ScreenSitting.predictions(90), to: "many.jsonl")
    let run = try ProgramRun.ofShell(
      "{ \"$SPOTCHECK\" export --all many.jsonl; echo $? > status; } | head -1", in: folder)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(try folder.read("status") == "0\n")
    #expect(!run.errors.contains("error"))
  }

  @Test(
    "wrong fields and times are wrong usage",
    arguments: [
      ["--fields", "nosuch"], ["--since", "yesterday"], ["--since", ""], ["--by", ""],
      ["--after", "foo"], ["--format", "xml"], ["-o", ""], ["--where", "since:\"\""],
    ])
  func wrongValues(options: [String]) throws {
    let run = try ProgramRun.of(["export"] + options + ["run.jsonl"], in: Self.judgedFolder())
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }

  @Test(
    "neither the predictions nor a ledger is ever written over",
    arguments: ["run.jsonl", "ledger/ada.jsonl"])
  func overItsSource(name: String) throws {
    let folder = try Self.judgedFolder()
    let before = try folder.read(name)
    let run = try ProgramRun.of(["export", "--all", "-o", name, "run.jsonl"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("\(name) is what is being read, nothing was changed"))
    #expect(try folder.read(name) == before)
  }

  @Test("the screen's export does not write over the predictions either")
  func overItsSourceFromTheScreen() throws {
    let folder = try Self.judgedFolder()
    let before = try folder.read("run.jsonl")
    let run = try ProgramRun.of(
      ["replay", "--keys", "e<C-u>run.jsonl<Enter><Enter>", "run.jsonl"], in: folder)
    #expect(run.output.contains("run.jsonl is what is being read, nothing was changed"))
    #expect(try folder.read("run.jsonl") == before)
  }

  @Test("--redact takes out what is recognised and says how much on standard error")
  func redacted() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"id":"a","input":"I am Jane Roe","output":"Write to jane@example.com"}"# + "\n",
      to: "run.jsonl")
    try folder.write("Jane Roe\n", to: "names.txt")
    _ = try ProgramRun.of(
      ["replay", "--keys", "wcsays Ada<Enter>", "--ledger", "ledger/ada.jsonl", "run.jsonl"],
      in: folder)
    let run = try ProgramRun.of(
      ["export", "--redact-names", "names.txt", "--fields", "input,output,by", "run.jsonl"],
      in: folder)
    #expect(run.status == 0)
    #expect(
      run.output == #"{"input":"I am [name]","output":"Write to [e-mail]","#
        + #""reviews":[{"by":"reviewer-1"}],"redacted":{"reviewer":1,"name":1,"e-mail":1}}"# + "\n")
    #expect(
      run.errors.contains(
        "redacted: 1 reviewer's name, 1 name of the list, 1 e-mail address; what is not recognised stays"
      ))
    for format in ["html", "markdown", "text"] {
      let report = try ProgramRun.of(
        ["report", "--redact", "--format", format, "run.jsonl"], in: folder)
      #expect(report.status == 0)
      #expect(!report.output.contains("jane@") && !report.output.contains("ada"))
      #expect(report.output.contains("redacted: "))
    }
    let json = try ProgramRun.of(
      ["report", "--redact", "--format", "json", "run.jsonl"], in: folder)
    #expect(json.status == 64)
  }

  @Test("a list of names that is not there, or no text, is an error and nothing is written")
  func missingNames() throws {
    let folder = try Self.judgedFolder()
    try folder.write(Data([0xFF, 0xFE]), to: "binary")
    for name in ["nosuch", "binary"] {
      let run = try ProgramRun.of(
        ["export", "--redact-names", name, "-o", "out.jsonl", "run.jsonl"], in: folder)
      #expect(run.status == 1)
      #expect(run.errors.contains(name))
      #expect(!FileManager.default.fileExists(atPath: folder.path(of: "out.jsonl")))
    }
  }

  @Test("a ledger that was named and is not there is an error, not an empty export")
  func missingLedger() throws {
    let run = try ProgramRun.of(
      ["export", "--ledger", "nosuch.jsonl", "run.jsonl"], in: Self.judgedFolder())
    #expect(run.status == 1)
    #expect(run.errors.contains("there is no ledger nosuch.jsonl"))
  }

  @Test("an export of nothing says how to get more")
  func nothing() throws {
    let run = try ProgramRun.of(["export", "--by", "lin", "run.jsonl"], in: Self.judgedFolder())
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("nothing to export"))
  }

  @Test("what cannot be written is an error, and the old file stays", .enabled(if: hasFullDevice))
  func unwritable() throws {
    let folder = try Self.judgedFolder()
    let run = try ProgramRun.of(["export", "-o", "/dev/full", "run.jsonl"], in: folder)
    #expect(run.status == 1)
    let full = try ProgramRun.ofShell("\"$SPOTCHECK\" export run.jsonl > /dev/full", in: folder)
    #expect(full.status == 1)
    #expect(full.errors.contains("cannot write to standard output"))
  }

  private static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")
}
