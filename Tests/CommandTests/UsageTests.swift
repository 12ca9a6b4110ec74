import Foundation
import TestSupport
import Testing

/// What every command has in common: help, wrong usage, messages, exit statuses.
@Suite("Usage")
struct UsageTests {
  private static let commands = [
    ["review"], ["fields"], ["sample"], ["check"], ["due"], ["trend"], ["export"], ["ledger"],
    ["ledger", "verify"],
    ["ledger", "merge"], ["ledger", "log"], ["init"], ["replay"],
  ]

  @Test("every command has a help page with examples", arguments: commands)
  func helpHasExamples(of command: [String]) throws {
    let run = try ProgramRun.of(command + ["--help"], in: TemporaryFolder())
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("EXAMPLES:\n  spotcheck \(command.joined(separator: " "))"))
    let page = run.output[
      ..<(run.output.firstRange(of: "USAGE:")?.lowerBound ?? run.output.endIndex)]
    let examples = page[(page.firstRange(of: "EXAMPLES:")?.upperBound ?? page.startIndex)...]
    #expect(examples.split(separator: "\n").allSatisfy { $0.hasPrefix("  ") }, "an example wraps")
  }

  @Test("a limit on the size of files is an error like any other, not the end of the program")
  func sizeLimit() throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(200), to: "run.jsonl")
    let run = try ProgramRun.ofShell(
      "ulimit -f 1; exec $SPOTCHECK export --all -o out.jsonl run.jsonl", in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("out.jsonl"))
  }

  @Test("the version is printed alone, for scripts")
  func version() throws {
    let run = try ProgramRun.of(["--version"], in: TemporaryFolder())
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, "\(run.output)")
    #expect(run.errors.isEmpty)
  }

  @Test("without a file and a configuration the help is shown")
  func helpWithoutFile() throws {
    let run = try ProgramRun.of([], in: TemporaryFolder())
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: spotcheck"))
    #expect(!run.output.contains("replay"))
  }

  @Test(
    "wrong usage ends with 64, says what is wrong on standard error, and prints no result",
    arguments: [
      (["--nosuch"], "--nosuch"),
      (["fields"], "name a file"),
      (["fields", "--format", "xml", "a.jsonl"], "xml"),
      (["export", "--format", "xml", "a.jsonl"], "xml"),
      (["review", "--color", "pink", "a.jsonl"], "pink"),
      (["review", "--shield", "some", "a.jsonl"], "some"),
      (["fields", "-", "-"], "standard input"),
      (["ledger", "nosuch"], "nosuch"),
      (["replay", "--keys", "<nosuch>", "a.jsonl"], "nosuch"),
      (["replay", "--size", "100", "a.jsonl"], "100"),
    ])
  func wrongUsage(_ arguments: [String], _ word: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"id\":\"a\",\"input\":\"b\",\"output\":\"c\"}\n", to: "a.jsonl")
    let run = try ProgramRun.of(arguments, in: folder)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("error: "))
    #expect(run.errors.contains(word))
    #expect(run.output.isEmpty)
  }

  @Test(
    "a query that cannot be understood is wrong usage in every command that takes one",
    arguments: ["review", "fields", "sample", "export", "replay"])
  func badQuery(command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"id\":\"a\",\"input\":\"b\",\"output\":\"c\"}\n", to: "a.jsonl")
    let run = try ProgramRun.of([command, "--where", "(", "a.jsonl"], in: folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("a parenthesis is not closed (at character 1)"))
  }

  @Test(
    "a word that is no command and no file is both told, with the command that was meant",
    arguments: [
      (["chekc"], "chekc is no file and no command: did you mean `spotcheck check`?"),
      (["reprot", "--short", "a.jsonl"], "did you mean `spotcheck report`?"),
      (["nowhere"], "nowhere is no file and no command: `spotcheck --help` lists the commands"),
    ])
  func misspeltCommand(arguments: [String], words: String) throws {
    let run = try ProgramRun.of(arguments, in: TemporaryFolder())
    #expect(run.status == 64)
    #expect(run.errors.contains(words))
    #expect(run.output.isEmpty)
  }

  @Test("a file without an ending is a file, whatever it is called")
  func fileLikeCommand() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"id":"a","output":"b"}"# + "\n", to: "chekc")
    let run = try ProgramRun.of(["chekc"], in: folder)
    #expect(!run.errors.contains("no command"))
  }

  @Test(
    "a file that is not there fails with 1 and its name",
    arguments: ["review", "fields", "sample", "check", "due", "export", "replay", "init"])
  func missingFile(command: String) throws {
    let run = try ProgramRun.of([command, "nosuch.jsonl"], in: TemporaryFolder())
    #expect(run.status == 1)
    #expect(run.errors.contains("there is no file nosuch.jsonl"))
    #expect(run.output.isEmpty)
  }

  @Test("what a terminal would obey in a file's name is made visible in messages")
  func hostileFileName() throws {
    let run = try ProgramRun.of(["fields", "a\u{1B}[31mred\u{202E}.jsonl"], in: TemporaryFolder())
    #expect(run.status == 1)
    #expect(!run.errors.contains("\u{1B}"))
    #expect(!run.errors.contains("\u{202E}"))
    #expect(run.errors.contains("red"))
  }

  @Test("a full disk behind standard output fails with 1", .enabled(if: hasFullDevice))
  func fullDisk() throws {
    let run = try ProgramRun.ofShell("\"$SPOTCHECK\" --help > /dev/full", in: TemporaryFolder())
    #expect(run.status == 1)
    #expect(run.errors.contains("cannot write to standard output"))
  }

  private static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  @Test("a query that names a field the file does not have is told before the screen opens")
  func unknownField() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"id":"a","input":"x","output":"y"}"# + "\n", to: "run.jsonl")
    let run = try ProgramRun.of(["--where", "bogus:1", "run.jsonl"], in: folder)
    #expect(run.status != 0)
    #expect(run.errors.contains("no field `bogus`: known are tier, verdict"))
  }
}
