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
