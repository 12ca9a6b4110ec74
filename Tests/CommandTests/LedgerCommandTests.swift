import Foundation
import TestSupport
import Testing

/// `spotcheck ledger`, run as a program.
@Suite("spotcheck ledger")
struct LedgerCommandTests {
  /// A folder with a ledger of some judgements.
  private static func folder(keys: String = "wou") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    try judge(keys, as: "ada", in: folder)
    return folder
  }

  private static func judge(_ keys: String, as name: String, in folder: TemporaryFolder) throws {
    let replay = try ProgramRun.of(
      [
        "replay", "--keys", keys, "--reviewer", name, "--ledger", "ledger/\(name).jsonl",
        "run.jsonl",
      ], in: folder)
    #expect(replay.status == 0)
  }

  @Test("a ledger as its writer left it is intact")
  func intact() throws {
    let run = try ProgramRun.of(["ledger", "verify"], in: Self.folder())
    #expect(run.status == 0)
    #expect(run.output.contains("ledger/ada.jsonl: 3 events in 3 lines"))
    #expect(run.output.hasSuffix("\nintact\n"))
  }

  @Test("a changed line fails the verification and is named, in text and as JSON")
  func tampered() throws {
    let folder = try Self.folder()
    let ledger = try folder.read("ledger/ada.jsonl")
    try folder.write(
      ledger.replacingOccurrences(of: "\"wrong\"", with: "\"ok\""), to: "ledger/ada.jsonl")
    let run = try ProgramRun.of(["ledger", "verify"], in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("ledger/ada.jsonl, line 2"))
    #expect(run.output.hasSuffix("\nnot intact\n"))
    #expect(run.errors.hasPrefix("error: ledger/ada.jsonl: "))
    #expect(run.errors.contains("compare with an earlier copy"))
    let json = try ProgramRun.of(["ledger", "verify", "--format", "json"], in: folder)
    #expect(json.status == 1)
    #expect(json.output.contains("\"intact\" : false"))
    #expect(json.output.contains("\"why\" : \"the line it names"))
  }

  @Test("a head that is nowhere fails the verification")
  func missingHead() throws {
    let run = try ProgramRun.of(
      ["ledger", "verify", "--expect-head", "sha256:\(String(repeating: "0", count: 64))"],
      in: Self.folder())
    #expect(run.status == 1)
    #expect(run.output.contains("is nowhere in the ledger"))
    #expect(run.errors.contains("look for the copy that the head was printed from"))
    let mistyped = try ProgramRun.of(
      ["ledger", "verify", "--expect-head", "sha256:0c1d"], in: Self.folder())
    #expect(mistyped.status == 64)
    #expect(mistyped.output.isEmpty)
  }

  @Test("an event that two files hold with other content is named with both places")
  func repeatedEvent() throws {
    let folder = try Self.folder()
    let ledger = try folder.read("ledger/ada.jsonl")
    let first = try #require(ledger.split(separator: "\n").first)
    try folder.write(
      first.replacing("\"wrong\"", with: "\"ok\"") + "\n", to: "ledger/lin.jsonl")
    let run = try ProgramRun.of(["ledger", "verify"], in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("ledger/lin.jsonl: 1 event in 1 line\n"))
    #expect(run.output.contains(" is on line 1 of ledger/ada.jsonl too"))
  }

  @Test("replays by two people into one folder make an intact ledger")
  func severalWriters() throws {
    let folder = try Self.folder()
    try Self.judge("wou", as: "lin", in: folder)
    try Self.judge("jw", as: "ada", in: folder)
    let run = try ProgramRun.of(["ledger", "verify"], in: folder)
    #expect(run.status == 0, "\(run.output)")
  }

  @Test("a folder without a ledger says where it looked")
  func noLedger() throws {
    let run = try ProgramRun.of(["ledger", "verify"], in: TemporaryFolder())
    #expect(run.status == 1)
    #expect(run.errors.contains("there is no ledger at ledger/{reviewer}.jsonl"))
  }

  @Test("merging does not depend on the order and never overwrites another file")
  func merging() throws {
    let folder = try Self.folder()
    try Self.judge("jjw", as: "lin", in: folder)
    let files = ["ledger/ada.jsonl", "ledger/lin.jsonl"]
    let one = try ProgramRun.of(["ledger", "merge"] + files + ["-o", "one.jsonl"], in: folder)
    let two = try ProgramRun.of(
      ["ledger", "merge"] + files.reversed() + ["-o", "two.jsonl"], in: folder)
    #expect(one.status == 0)
    #expect(two.status == 0)
    #expect(try folder.read("one.jsonl") == folder.read("two.jsonl"))
    #expect(try folder.read("one.jsonl").split(separator: "\n").count == 4)
    let third = try ProgramRun.of(["ledger", "merge"] + files + ["-o", "run.jsonl"], in: folder)
    #expect(third.status == 1)
    #expect(try folder.read("run.jsonl") == ScreenSitting.predictions())
  }

  @Test("the log of a prediction says who said what, and what was taken back")
  func log() throws {
    let folder = try Self.folder(keys: "Wz")
    let run = try ProgramRun.of(["ledger", "log", "case-12"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("ada: wrong"))
    #expect(run.output.contains("(withdrawn)"))
    let json = try ProgramRun.of(["ledger", "log", "--format", "json", "case-12"], in: folder)
    let entries = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(entries?.count == 2)
    let unknown = try ProgramRun.of(["ledger", "log", "case-99"], in: folder)
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("nothing was said of case-99"))
  }

  @Test("what people read is safe also where a pipe takes it, and what programs read is exact")
  func hostile() throws {
    let folder = try Self.folder()
    let name = "\u{1B}]0;x\u{7}\u{9B}31m\u{202E}eve"
    let escaped = #"\u001b]0;x\u0007\u009b31m\u202eeve"#
    let ledger = try folder.read("ledger/ada.jsonl")
    try folder.write(
      ledger.replacingOccurrences(of: #""by":"ada""#, with: #""by":"\#(escaped)""#),
      to: "ledger/ada.jsonl")
    let text = try ProgramRun.of(["ledger", "log", "case-12"], in: folder)
    #expect(text.output.contains("eve: wrong"))
    let obeyed: Set<Unicode.Scalar> = ["\u{1B}", "\u{7}", "\u{9B}", "\u{202E}"]
    #expect(text.output.unicodeScalars.allSatisfy { !obeyed.contains($0) })
    let json = try ProgramRun.of(["ledger", "log", "--format", "json", "case-12"], in: folder)
    struct Entry: Decodable {
      struct Event: Decodable { let by: String }
      let entry: Event
    }
    let log = try JSONDecoder().decode([Entry].self, from: Data(json.output.utf8))
    #expect(log.first?.entry.by == name)
  }

  @Test("no prediction named is wrong usage, not everything", arguments: ["", "sha256:"])
  func logOfNothing(subject: String) throws {
    let run = try ProgramRun.of(["ledger", "log", subject], in: Self.folder())
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }

  @Test("what is damaged is noted beside the log, and what is no ledger is not merged")
  func damaged() throws {
    let folder = try Self.folder()
    let ledger = try folder.read("ledger/ada.jsonl")
    try folder.write("{broken\n" + ledger, to: "ledger/ada.jsonl")
    let log = try ProgramRun.of(["ledger", "log", "case-12"], in: folder)
    #expect(log.status == 0)
    #expect(log.errors.contains("note: ledger/ada.jsonl, line 1 (byte 0): damaged"))
    let merge = try ProgramRun.of(
      ["ledger", "merge", "ledger/ada.jsonl", "run.jsonl", "-o", "all.jsonl"], in: folder)
    #expect(merge.status == 1)
    #expect(merge.errors.contains("run.jsonl holds no event at all, nothing was written"))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "all.jsonl")))
  }

  @Test("a ledger that a crash cut off is noted and read as far as it goes")
  func torn() throws {
    let folder = try Self.folder()
    let ledger = try folder.read("ledger/ada.jsonl")
    try folder.write(String(ledger.dropLast(40)), to: "ledger/ada.jsonl")
    let export = try ProgramRun.of(
      ["export", "--all", "--where", "reviewed", "run.jsonl"], in: folder)
    #expect(export.status == 0)
    #expect(export.errors.contains("note: ledger/ada.jsonl, line 3"))
    #expect(export.output.split(separator: "\n").count == 2)
    #expect(try ProgramRun.of(["ledger", "verify"], in: folder).status == 0)
  }
}
