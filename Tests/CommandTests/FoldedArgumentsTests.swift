import TestSupport
import Testing

@testable import spotcheck

@Suite("Many arguments")
struct FoldedArgumentsTests {
  private static let files = (0..<200).map { "part-\($0).jsonl" }

  @Test(
    "a long run is one argument, and unfolds to what it was",
    arguments: [
      files, ["report", "--where", "tier:hard"] + files + ["--format", "json"],
      ["export"] + files + ["--", "-odd.jsonl"] + files, ["report", ""] + files + ["", "last"],
    ])
  func folding(_ arguments: [String]) {
    let folded = FoldedArguments.folded(arguments)
    #expect(folded.count < 12)
    #expect(FoldedArguments.unfolded(folded) == arguments)
  }

  @Test("short runs and options are left as they are")
  func shortRuns() {
    let arguments = ["report", "a.jsonl", "--format", "json", "-", "", "b.jsonl", "--", "-c"]
    #expect(FoldedArguments.folded(arguments) == arguments)
    #expect(FoldedArguments.folded([]).isEmpty)
  }

  @Test("a report over many files knows each by its name, in order")
  func report() throws {
    let folder = try TemporaryFolder()
    for file in Self.files {
      try folder.write("{\"id\":\"\(file)\",\"input\":\"b\",\"output\":\"c\"}\n", to: file)
    }
    let run = try ProgramRun.of(["report"] + Self.files + ["--format", "json"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("\"predictions\" : 200"))
    let missing = try ProgramRun.of(["report"] + Self.files + ["missing.jsonl"], in: folder)
    #expect(missing.errors.contains("missing.jsonl"))
    #expect(!missing.errors.contains("part-1.jsonl"))
  }

  @Test("ledgers are verified and searched as many as there are")
  func verify() throws {
    let folder = try TemporaryFolder()
    for file in Self.files { try folder.write("", to: file) }
    let verified = try ProgramRun.of(["ledger", "verify"] + Self.files, in: folder)
    #expect(verified.status == 0)
    #expect(verified.output.split(separator: "\n").count == Self.files.count + 1)
    try folder.write("no event\n", to: "part-150.jsonl")
    #expect(try ProgramRun.of(["ledger", "verify"] + Self.files, in: folder).status == 1)
    let log = try ProgramRun.of(["ledger", "log", "case-1"] + Self.files, in: folder)
    #expect(log.errors.contains("nothing was said of case-1 in part-0.jsonl, part-1.jsonl"))
  }

  @Test("ledgers are merged as many as there are")
  func merge() throws {
    let folder = try TemporaryFolder()
    for file in Self.files { try folder.write("", to: file) }
    let run = try ProgramRun.of(
      ["ledger", "merge"] + Self.files + ["-o", "all.jsonl"], in: folder)
    #expect(run.status == 0)
  }
}
