import Foundation
import TestSupport
import Testing

/// `spotcheck replay`, run as a program.
@Suite("spotcheck replay")
struct ReplayTests {
  @Test("the same keys print the same screen and write nothing", arguments: ["text", "svg"])
  func deterministic(format: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    let arguments = [
      "replay", "--size", "80x24", "--keys", "wujo&tier:hard<Enter>/Question<Enter>",
      "--format", format, "run.jsonl",
    ]
    let first = try ProgramRun.of(arguments, in: folder)
    let second = try ProgramRun.of(arguments, in: folder)
    #expect(first.status == 0)
    #expect(first.output == second.output)
    #expect(first.output.hasPrefix(format == "svg" ? "<svg" : " spotcheck"))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "ledger")))
  }

  @Test("a ledger that is named is written as the clock of the replay says")
  func ledger() throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    let run = try ProgramRun.of(
      ["replay", "--keys", "w", "--ledger", "team.jsonl", "run.jsonl"], in: folder)
    #expect(run.status == 0)
    #expect(try folder.read("team.jsonl").contains("\"at\":\"2026-01-05T09:00:01.000Z\""))
  }

  @Test(
    "an export is refused where it would overwrite what is read, and where a folder lies",
    arguments: ["run.jsonl", "./run.jsonl", "team.jsonl", "folder"])
  func export(target: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    try folder.write("", to: "folder/other.jsonl")
    let before = try folder.read("run.jsonl")
    let run = try ProgramRun.of(
      [
        "replay", "--keys", "e<C-u>\(target)<Enter>", "--ledger", "team.jsonl",
        "run.jsonl",
      ], in: folder)
    let reason = target == "folder" ? "is not a regular file" : "is what is being read"
    #expect(run.output.contains("\(target) \(reason)"))
    #expect(!run.output.contains("replaces it"))
    #expect(try folder.read("run.jsonl") == before)
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "team.jsonl")))
  }

  @Test("an export from the screen is redacted where that is asked for, and says how much")
  func redactedExport() throws {
    let folder = try TemporaryFolder()
    let row = #"{"id":"r-1","input":"mail jane@example.com","output":"call 030 901820"}"#
    try folder.write(row + "\n", to: "run.jsonl")
    func export(_ keys: String) throws -> String {
      try ProgramRun.of(
        ["replay", "--keys", "w\(keys)", "--reviewer", "ada", "--size", "140x24", "run.jsonl"],
        in: folder
      ).output
    }
    let plain = try export("e<C-u>plain.json<Enter>")
    #expect(plain.contains("1 prediction exported to plain.json"))
    #expect(!plain.contains("redacted"))
    let all = try folder.read("plain.json")
    #expect(all.contains("jane@example.com") && all.contains("\"ada\""))
    let screen = try export("e<C-r><C-u>safe.json<Enter>")
    #expect(screen.contains("1 prediction exported to safe.json · redacted: 1 reviewer's name"))
    #expect(screen.contains("1 e-mail address"))
    let safe = try folder.read("safe.json")
    #expect(safe.contains("mail [e-mail]") && safe.contains("\"reviewer-1\""))
    #expect(!safe.contains("jane") && !safe.contains("\"ada\""))
  }

  @Test("an export is refused where it would be read as a ledger from then on")
  func exportIntoLedger() throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    try folder.write("", to: "ledger/lin.jsonl")
    let arguments = ["--ledger", "ledger/{reviewer}.jsonl", "run.jsonl"]
    let target = "ledger/flagged.jsonl"
    let screen = try ProgramRun.of(
      ["replay", "--keys", "e<C-u>\(target)<Enter>"] + arguments, in: folder)
    #expect(screen.output.contains("\(target) is or would be read as a part of the ledger"))
    let command = try ProgramRun.of(["export", "--all", "-o", target] + arguments, in: folder)
    #expect(command.status == 1)
    #expect(command.errors.contains("\(target) is or would be read as a part of the ledger"))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: target)))
  }

  @Test("--color never draws without a colour")
  func monochrome() throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    let arguments = ["replay", "--keys", "w", "--format", "svg", "run.jsonl"]
    let colored = try ProgramRun.of(arguments, in: folder).output
    let plain = try ProgramRun.of(arguments + ["--color", "never"], in: folder).output
    #expect(colored != plain)
  }
}
