import Foundation
import TestSupport
import Testing

/// `spotcheck init`, run as a program.
@Suite("spotcheck init")
struct InitTests {
  @Test("a configuration is written that the program itself can read, and the line for git once")
  func writes() throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "runs/run.jsonl")
    try folder.write("*.png binary", to: ".gitattributes")
    let run = try ProgramRun.of(["init", "runs/run.jsonl"], in: folder)
    #expect(run.status == 0)
    #expect(try folder.read("spotcheck.yaml").contains("runs: \"runs/*.jsonl\""))
    #expect(
      try folder.read(".gitattributes")
        == "*.png binary\nledger/*.jsonl -text merge=union\n")
    let fields = try ProgramRun.of(["fields", "runs/run.jsonl"], in: folder)
    #expect(fields.status == 0)
    #expect(fields.errors.isEmpty)
  }

  @Test("every line that init comments out is one the program knows")
  func commentedLines() throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    _ = try ProgramRun.of(["init", "run.jsonl"], in: folder)
    let lines = try folder.read("spotcheck.yaml").split(separator: "\n").map { line in
      let text = line.drop { $0 == "#" }
      let isSetting = text.wholeMatch(of: /\ +(- \{.*|[a-z-]+:.*)/) != nil
      return line.hasPrefix("#") && isSetting ? String(text.dropFirst()) : String(line)
    }
    try folder.write(lines.joined(separator: "\n"), to: "spotcheck.yaml")
    let run = try ProgramRun.of(["fields", "run.jsonl"], in: folder)
    #expect(run.status == 0, "\(run.errors)\n\(lines.joined(separator: "\n"))")
    #expect(try folder.read("spotcheck.yaml").contains("\nkeys: {preset"))
  }

  @Test("a configuration that exists is left alone")
  func existing() throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    try folder.write("tags: [mine]\n", to: "spotcheck.yaml")
    let run = try ProgramRun.of(["init", "run.jsonl"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("spotcheck.yaml exists"))
    #expect(try folder.read("spotcheck.yaml") == "tags: [mine]\n")
  }
}
