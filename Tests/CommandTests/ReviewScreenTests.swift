import Foundation
import Screen
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built program in a real terminal: keys in, screen out, the ledger on disk looked at between.
@Suite(
  "The review screen", .enabled(if: TmuxTerminal.isAvailable, "tmux is not installed"), .serialized)
struct ReviewScreenTests {
  @Test("each judgement is in the ledger when the screen says saved")
  func judgementsAreSaved() throws {
    let sitting = try ScreenSitting(in: TemporaryFolder())
    try sitting.begin()
    try sitting.judge("w")
    #expect(try sitting.ledger().last?.review?.verdict == "wrong")
    try sitting.judge("o")
    #expect(try sitting.ledger().last?.review?.verdict == "ok")
    try sitting.judge("u")
    #expect(try sitting.ledger().last?.review?.upsetting?.severity == 2)
    try sitting.judge("x")
    let line = try #require(try sitting.ledger().last)
    #expect(line.review?.badTarget == true)
    #expect(line.review?.upsetting?.severity == 2)
    #expect(line.by == "ada")
    try sitting.judge("z")
    #expect(
      try sitting.ledger().map(\.event) == Array(repeating: "review", count: 4) + ["withdraw"])
  }

  @Test("a comment of several lines and scripts reaches the ledger as typed")
  func comment() throws {
    let sitting = try ScreenSitting(in: TemporaryFolder())
    try sitting.begin()
    try sitting.terminal.press("cnaïve, 不对<Enter>and more")
    try sitting.terminal.waitUntil(contains: "and more")
    try sitting.terminal.press("<C-s>")
    try sitting.terminal.waitUntil("the comment is saved") { _ in
      ((try? sitting.ledger().count) ?? 0) == 1
    }
    #expect(try sitting.ledger().last?.review?.comment == "naïve, 不对\nand more")
  }

  @Test("leaving says how much was judged and where that is")
  func leaving() throws {
    let sitting = try ScreenSitting(in: TemporaryFolder())
    try sitting.begin()
    try sitting.judge("w")
    #expect(try sitting.leave() == 0)
    #expect(try sitting.printed().contains("1 prediction judged · ledger/ada.jsonl"))
    #expect(try !sitting.terminal.isAlternateScreen())
  }

  @Test("what a command line asked for does not stand in the way of what the next one asks for")
  func askedAnew() throws {
    let folder = try TemporaryFolder()
    let first = try ScreenSitting(in: folder, arguments: ["--where", #""Question 12""#])
    try first.begin()
    #expect(try first.leave() == 0)
    let second = try ScreenSitting(in: folder, arguments: ["--tier", "easy"])
    #expect(try second.selected { $0 != "case-12" } == "case-8")
    #expect(try second.leave() == 0)
    let third = try ScreenSitting(in: folder, arguments: ["--where", #""Question 12""#])
    #expect(try third.selected { $0 == "case-12" } == "case-12")
  }

  @Test("after nothing but a comment it says so, and not that something was judged")
  func leavingAfterComment() throws {
    let sitting = try ScreenSitting(in: TemporaryFolder())
    try sitting.begin()
    try sitting.terminal.press("chm<C-s>")
    try sitting.terminal.waitUntil("the comment is saved") { _ in
      ((try? sitting.ledger().count) ?? 0) == 1
    }
    #expect(try sitting.leave() == 0)
    let printed = try sitting.printed()
    #expect(printed.contains("1 comment · ledger/ada.jsonl") && !printed.contains("judged"))
  }

  @Test("the next sitting begins where the last one ended, without the card of the first")
  func resuming() throws {
    let folder = try TemporaryFolder()
    let first = try ScreenSitting(in: folder)
    try first.begin()
    try first.terminal.press("jjj")
    _ = try first.selected { $0 == "case-9" }
    #expect(try first.leave() == 0)
    let second = try ScreenSitting(in: folder)
    #expect(try second.selected { $0 == "case-9" } == "case-9")
  }

  @Test("a judgement survives a kill that comes right after saved, and so does the place")
  func killedAfterSaved() throws {
    let folder = try TemporaryFolder()
    let first = try ScreenSitting(in: folder)
    try first.begin()
    try first.judge("w")
    try first.terminal.signal(SIGKILL)
    #expect(try first.terminal.waitForExit() == 128 + SIGKILL)
    #expect(try first.ledger().last?.review?.verdict == "wrong")
    let second = try ScreenSitting(in: folder)
    #expect(try second.selected { $0 == "case-11" } == "case-11")
    try second.terminal.waitUntil(contains: "✗ wrong")
  }

  @Test("a termination signal restores the terminal and ends with its status")
  func terminated() throws {
    let sitting = try ScreenSitting(in: TemporaryFolder())
    try sitting.begin()
    try sitting.judge("w")
    try sitting.terminal.signal(SIGTERM)
    #expect(try sitting.terminal.waitForExit() == 128 + SIGTERM)
    #expect(try !sitting.terminal.isAlternateScreen())
    #expect(try sitting.ledger().count == 1)
  }

  @Test("Ctrl-Z gives the shell its terminal, and fg brings the screen back")
  func suspending() throws {
    let sitting = try stopped()
    try sitting.terminal.press("echo still $((40+2)) here<Enter>")
    try sitting.terminal.waitUntil(contains: "still 42 here")
    try sitting.terminal.press("fg<Enter>")
    _ = try sitting.selected { $0 == "case-12" }
    try sitting.judge("w")
    #expect(try sitting.ledger().count == 1)
  }

  @Test("what asks the program to end while it is stopped is heard when it goes on")
  func terminatedWhileStopped() throws {
    let sitting = try stopped()
    try sitting.terminal.press("kill %1; fg; echo status $?<Enter>")
    try sitting.terminal.waitUntil(contains: "status \(128 + SIGTERM)")
  }

  /// A sitting that was begun in a shell and stopped with Ctrl-Z.
  private func stopped() throws -> ScreenSitting {
    let sitting = try ScreenSitting(
      in: TemporaryFolder(), environment: ["PS1": "shell> "],
      command: ["bash", "--norc", "--noprofile", "-i"])
    try sitting.terminal.waitUntil(contains: "shell>")
    try sitting.terminal.press("$SPOTCHECK run.jsonl<Enter>")
    try sitting.begin()
    try sitting.terminal.press("<C-z>")
    try sitting.terminal.waitUntil(contains: "Stopped")
    return sitting
  }

  @Test("where hardly any file may be open the screen is refused with a sentence and 1")
  func fewDescriptors() throws {
    let sitting = try ScreenSitting(
      in: TemporaryFolder(), command: ["sh", "-c", "ulimit -n 14; exec $SPOTCHECK run.jsonl"])
    #expect(try sitting.terminal.waitForExit() == 1)
    #expect(try sitting.printed().contains("ulimit -n"))
  }

  @Test("a terminal that cannot show a screen gets a sentence and 1")
  func dumbTerminal() throws {
    let sitting = try ScreenSitting(in: TemporaryFolder(), environment: ["TERM": "dumb"])
    #expect(try sitting.terminal.waitForExit() == 1)
    #expect(try sitting.printed().contains("TERM=dumb"))
  }

  @Test("the screen works at every size", arguments: [(40, 12), (80, 24), (200, 50)])
  func sizes(columns: Int, rows: Int) throws {
    let sitting = try ScreenSitting(in: TemporaryFolder(), columns: columns, rows: rows)
    try sitting.terminal.waitUntil(contains: "spotcheck")
    try sitting.terminal.press("<Space>")
    try sitting.terminal.waitUntil(contains: "Question 12")
    try sitting.judge("w")
    #expect(try sitting.ledger().count == 1)
  }

  @Test("a resized terminal is filled anew, down to where the screen says it is too small")
  func resizing() throws {
    let sitting = try ScreenSitting(in: TemporaryFolder())
    try sitting.begin()
    try sitting.terminal.resize(columns: 30, rows: 8)
    try sitting.terminal.waitUntil(contains: "needs 40x12")
    try sitting.terminal.resize(columns: 120, rows: 36)
    let screen = try sitting.terminal.waitUntil(contains: "Question")
    #expect(screen.split(separator: "\n").contains { $0.count > 110 })
  }

  @Test("NO_COLOR leaves no colour on the screen, and --color always overrules it")
  func noColor() throws {
    let folder = try TemporaryFolder()
    let plain = try ScreenSitting(in: folder, environment: ["NO_COLOR": "1"])
    try plain.terminal.waitUntil(contains: "Question")
    #expect(try !plain.terminal.styledScreen().contains("[38;5;"))
    let colored = try ScreenSitting(
      in: folder, arguments: ["--color", "always"], environment: ["NO_COLOR": "1"])
    try colored.terminal.waitUntil(contains: "Question")
    #expect(try colored.terminal.styledScreen().contains("[38;5;"))
  }

  @Test(
    "paging through a long text sends no scroll region, whatever the text looks like",
    arguments: [1, 2, 3])
  func paging(lineBreaks: Int) throws {
    let folder = try TemporaryFolder()
    let text = (1...200).map { "paragraph \($0) of the reply" }
      .joined(separator: String(repeating: "\\n", count: lineBreaks))
    try folder.write(#"{"id":"long","output":"\#(text)"}"# + "\n", to: "run.jsonl")
    let sitting = try ScreenSitting(in: folder, columns: 80, rows: 24)
    try sitting.terminal.waitUntil(contains: "any key begins")
    try sitting.terminal.press("<Space><Enter>")
    try sitting.terminal.waitUntil(contains: "paragraph 3 of")
    try sitting.terminal.record()
    for key in ["<C-d>", "<C-d>", "<C-u>", "<C-d>", "<C-d>"] {
      let before = try sitting.terminal.screen()
      try sitting.terminal.press(key)
      try sitting.terminal.waitUntil("the text has moved") { $0 != before }
    }
    try sitting.terminal.press("q")
    try sitting.terminal.waitUntil("all is recorded") { _ in
      sitting.terminal.recorded().contains("paragraph 1 of")
    }
    #expect(!sitting.terminal.recorded().contains(#/\e\[\d*;\d*r/#))
  }

  @Test("practice writes nothing")
  func practice() throws {
    let sitting = try ScreenSitting(in: TemporaryFolder(), arguments: ["--practice"])
    try sitting.begin()
    try sitting.terminal.waitUntil(contains: "practice")
    #expect(try sitting.leave() == 0)
    #expect(!FileManager.default.fileExists(atPath: sitting.folder.path(of: "ledger")))
    #expect(!FileManager.default.fileExists(atPath: sitting.folder.path(of: "state")))
  }
}
