import Foundation
import TestSupport
import Testing

@Suite("The cache, from outside")
struct CacheTests {
  private let folder: TemporaryFolder
  private let rows = (0..<200).map {
    #"{"id":"r\#($0)","input":"q\#($0)","output":"a","confidence":0.\#($0 % 9 + 1)}"# + "\n"
  }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(rows.joined(), to: "run.jsonl")
  }

  private func entries(in cache: String) -> [String] {
    let path = folder.path(of: "\(cache)/spotcheck/index")
    return (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  @Test(
    "an index is kept unless it is not wanted, and answers stay the same",
    arguments: [
      ["fields"], ["fields", "--format", "json", "--where", "tier:easy"], ["export", "--all"],
      ["report", "--where", "tier:hard"], ["report"], ["replay", "--keys", "j"],
    ])
  func sameAnswers(_ command: [String]) throws {
    let plain = try ProgramRun.of(command + ["--no-cache", "run.jsonl"], in: folder)
    #expect(plain.status == 0)
    #expect(entries(in: "cache").isEmpty)
    for _ in 0..<2 {
      let run = try ProgramRun.of(command + ["run.jsonl"], in: folder)
      #expect(run.output == plain.output)
      #expect(run.errors == plain.errors)
    }
    // Counting reads the rows without making an index of them.
    #expect(entries(in: "cache").count == (command == ["report"] ? 0 : 1))
    _ = try ProgramRun.of(["fields", "run.jsonl"], in: folder)
    #expect(try ProgramRun.of(command + ["run.jsonl"], in: folder).output == plain.output)
  }

  @Test("without XDG_CACHE_HOME it lies in the home folder; without either there is none")
  func places() throws {
    let home = try ProgramRun.of(
      ["fields", "run.jsonl"], in: folder, environment: ["XDG_CACHE_HOME": ""])
    #expect(home.status == 0)
    #expect(entries(in: "home/.cache").count == 1)
    let none = try ProgramRun.of(
      ["fields", "run.jsonl"], in: folder, environment: ["XDG_CACHE_HOME": "", "HOME": ""])
    #expect(none.output == home.output)
    #expect(none.errors == "")
    let unwritable = try ProgramRun.of(
      ["fields", "run.jsonl"], in: folder, environment: ["XDG_CACHE_HOME": "/dev/null"])
    #expect(unwritable.output == home.output)
    #expect(unwritable.errors == "")
  }

  @Test("a file that was replaced is told where it is opened the next time")
  func replaced() throws {
    _ = try ProgramRun.of(["fields", "run.jsonl"], in: folder)
    try folder.write(rows.dropFirst(50).joined(), to: "new.jsonl")
    rename(folder.path(of: "new.jsonl"), folder.path(of: "run.jsonl"))
    let screen = try ProgramRun.of(
      ["replay", "--size", "110x30", "--keys", "", "run.jsonl"], in: folder)
    #expect(screen.output.contains("run.jsonl was replaced since it was last opened: read anew"))
    let again = try ProgramRun.of(["fields", "run.jsonl"], in: folder)
    #expect(!again.output.contains("replaced"))
    try folder.write(rows.dropFirst(60).joined(), to: "new.jsonl")
    rename(folder.path(of: "new.jsonl"), folder.path(of: "run.jsonl"))
    let fields = try ProgramRun.of(["fields", "run.jsonl"], in: folder)
    #expect(fields.output.contains("run.jsonl was replaced since it was last opened: read anew"))
  }
}
