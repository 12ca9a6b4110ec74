import Foundation
import Screen
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What becomes of judgements when the ledger cannot be written, in a real terminal.
@Suite(
  "A ledger in trouble", .enabled(if: TmuxTerminal.isAvailable, "tmux is not installed"),
  .serialized)
struct TroubledLedgerTests {
  @Test("a ledger that is no regular file is refused before the screen is taken")
  func deviceAsLedger() throws {
    let sitting = try ScreenSitting(
      in: TemporaryFolder(), arguments: ["--ledger", "/dev/full"])
    #expect(try sitting.terminal.waitForExit() == 1)
    #expect(try sitting.printed().contains("/dev/full is a device, not a file"))
  }

  @Test("a ledger whose folder goes away is no loss: the judgement goes to a rescue file")
  func folderGoesAway() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "team/readme")
    let sitting = try ScreenSitting(in: folder, arguments: ["--ledger", "team/ada.jsonl"])
    try sitting.begin()
    try FileManager.default.removeItem(atPath: folder.path(of: "team"))
    try folder.write("a file in the way", to: "team")
    try expectRescue(of: "w", in: sitting)
    #expect(try sitting.leave() == 0)
    #expect(try sitting.printed().contains("1 judgement is in"))
  }

  @Test(
    "a folder that may not be written makes a rescue file in the state folder",
    .enabled(if: geteuid() != 0, "root may write everywhere"))
  func readOnlyFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "team/readme")
    chmod(folder.path(of: "team"), 0o555)
    defer { chmod(folder.path(of: "team"), 0o755) }
    let sitting = try ScreenSitting(in: folder, arguments: ["--ledger", "team/ada.jsonl"])
    try sitting.begin()
    try expectRescue(of: "w", in: sitting)
  }

  @Test("a ledger that somebody removes is told, and gets back what was judged")
  func removed() throws {
    let folder = try TemporaryFolder()
    let sitting = try ScreenSitting(in: folder)
    try sitting.begin()
    try sitting.judge("w")
    let before = try folder.read("ledger/ada.jsonl")
    try FileManager.default.removeItem(atPath: folder.path(of: "ledger/ada.jsonl"))
    try sitting.terminal.waitUntil("it is told") {
      $0.contains("was emptied or removed by somebody else") && $0.contains("NOT SAVED")
    }
    try sitting.terminal.waitUntil("it is saved again") { $0.contains("saved ✓") }
    #expect(try folder.read("ledger/ada.jsonl") == before)
    #expect(try sitting.leave() == 0)
  }

  private func expectRescue(of key: String, in sitting: ScreenSitting) throws {
    let state = sitting.folder.url.appending(path: "state/spotcheck")
    var rescued: [LedgerLine] = []
    while rescued.isEmpty {
      try sitting.terminal.press(key)
      let screen = try sitting.terminal.waitUntil("\(key) is answered") {
        $0.contains("too fast") || $0.contains("rescue") || $0.contains("NOT SAVED")
      }
      if screen.contains("too fast") {
        try sitting.terminal.press("K")
        try sitting.terminal.waitUntil("the notice is gone") { !$0.contains("too fast") }
        continue
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: state.path)
      for name in names where name.contains("rescue") {
        rescued += try LedgerLine.lines(
          of: String(contentsOf: state.appending(path: name), encoding: .utf8))
      }
      break
    }
    #expect(rescued.map(\.review?.verdict) == ["wrong"])
  }
}
