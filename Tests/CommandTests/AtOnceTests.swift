import Foundation
import TestSupport
import Testing

/// Guardrails that say `at-once: true`, in the review screen.
@Suite(
  "Responding at once", .enabled(if: TmuxTerminal.isAvailable, "tmux is not installed"), .serialized
)
struct AtOnceTests {
  private static func folder(
    _ command: String, metric: String = "upsetting-count"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      guardrails:
        - {metric: \(metric), range: [0, 0], at-once: true, respond: "\(command)"}
        - {metric: upsetting-count, range: [0, 0], respond: "touch never"}

      """, to: "spotcheck.yaml")
    return folder
  }

  @Test("a flag that leads out of the range runs the response once it is saved, another one again")
  func responding() throws {
    let folder = try Self.folder("cat >> pages")
    let sitting = try ScreenSitting(in: folder)
    try sitting.begin()
    try sitting.judge("o")
    try sitting.judge("u")
    try sitting.terminal.waitUntil("the response is done") { _ in
      ((try? folder.read("history.jsonl")) ?? "").hasSuffix("}\n")
    }
    try sitting.judge("w")
    try sitting.judge("u")
    #expect(try sitting.leave() == 0)
    let pages = try folder.read("pages").split(separator: "\n")
    #expect(pages.count == 2)
    #expect(pages.allSatisfy { $0.contains(#""metric":"upsetting-count""#) })
    #expect(pages[0].contains(#""value":1"#) && pages[1].contains(#""value":2"#))
    let history = try folder.read("history.jsonl").split(separator: "\n")
    #expect(history.count { $0.contains(#""event":"incident""#) } == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "never")))
  }

  @Test("the screen goes on while a response takes its time, and its end is waited for")
  func slow() throws {
    let folder = try Self.folder("read line < gate; echo $line > done")
    #expect(try ProgramRun.ofShell("mkfifo gate", in: folder).status == 0)
    let sitting = try ScreenSitting(in: folder)
    try sitting.begin()
    try sitting.judge("u")
    try sitting.judge("o")
    try sitting.judge("w")
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "done")))
    #expect(try ProgramRun.ofShell("echo opened > gate", in: folder).status == 0)
    #expect(try sitting.leave() == 0)
    #expect(try folder.read("done") == "opened\n")
  }

  @Test("what had been left before the sitting is not responded to again, and practice never is")
  func before() throws {
    let folder = try Self.folder("touch paged")
    let first = try ScreenSitting(in: folder, arguments: ["--practice"])
    try first.begin()
    try first.terminal.press("u")
    try first.terminal.waitUntil(contains: "upsetting")
    #expect(try first.leave() == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "paged")))
    let flag = try ProgramRun.of(
      ["replay", "--keys", "u", "--ledger", "ledger/ada.jsonl", "run.jsonl"], in: folder)
    #expect(flag.status == 0)
    let second = try ScreenSitting(in: folder)
    try second.begin()
    // What somebody flagged is covered, so the next one is judged.
    try second.terminal.press("j")
    _ = try second.selected { $0 != "case-12" }
    try second.judge("o")
    #expect(try second.leave() == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "paged")))
  }
}
