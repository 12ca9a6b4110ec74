import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The screen in a real terminal while predictions are still arriving.
@Suite(
  "The screen over streams", .enabled(if: TmuxTerminal.isAvailable, "tmux is not installed"),
  .serialized)
struct StreamScreenTests {
  private static func row(_ number: Int) -> String {
    #"{"id":"case-\#(number)","input":"Question \#(number)?","output":"Answer.","target":"A."}"#
      + "\n"
  }

  private static func rows(_ numbers: ClosedRange<Int>) -> String {
    numbers.map(row).joined()
  }

  /// A sitting over what a named pipe brings on standard input.
  private static func piped(
    in folder: TemporaryFolder
  ) throws -> (sitting: ScreenSitting, pipe: FileHandle) {
    let path = folder.path(of: "pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let sitting = try ScreenSitting(
      in: folder, command: ["bash", "-c", "cat pipe | $SPOTCHECK -; echo left with $?"])
    // Opening waits for the reader.
    return (sitting, try FileHandle(forWritingTo: URL(filePath: path)))
  }

  @Test("standard input brings rows while the keyboard is read from the terminal")
  func standardInput() throws {
    let folder = try TemporaryFolder()
    let (sitting, pipe) = try Self.piped(in: folder)
    try sitting.terminal.waitUntil(contains: "waiting for predictions on standard input")
    try pipe.write(contentsOf: Data(Self.rows(1...3).utf8))
    try sitting.terminal.waitUntil(contains: "3 predictions, more arriving")
    try sitting.terminal.press("<Space>")
    _ = try sitting.selected { $0 == "case-1" }
    try sitting.judge("O")
    try pipe.write(contentsOf: Data(Self.rows(4...5).utf8))
    try sitting.terminal.waitUntil(contains: "5 predictions, more arriving")
    try pipe.write(contentsOf: Data(Self.row(6).utf8))
    try pipe.close()
    try sitting.terminal.waitUntil("all has arrived") {
      $0.contains("6 predictions") && !$0.contains("arriving")
    }
    _ = try sitting.leave()
    #expect(try sitting.printed().contains("left with 0"))
    #expect(try folder.read("ledger/ada.jsonl").contains(#""file":"stdin""#))
  }

  @Test("leaving while rows arrive ends their producer")
  func producerEnds() throws {
    signal(SIGPIPE, SIG_IGN)
    let folder = try TemporaryFolder()
    let (sitting, pipe) = try Self.piped(in: folder)
    try pipe.write(contentsOf: Data(Self.rows(1...3).utf8))
    try sitting.terminal.waitUntil(contains: "more arriving")
    try sitting.terminal.press("<Space>")
    _ = try sitting.selected { $0 == "case-1" }
    try sitting.terminal.press("q")
    try sitting.terminal.waitUntil("the screen is left") { _ in
      (try? sitting.terminal.isAlternateScreen()) != true
    }
    // What is between us and the program notices the closed pipe with its next write.
    #expect(throws: (any Error).self) {
      while true { try pipe.write(contentsOf: Data(Self.row(4).utf8)) }
    }
    #expect(try sitting.terminal.waitForExit() == 0)
  }

  @Test("a followed file shows the rows that are added to it")
  func following() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows(1...2), to: "run.jsonl")
    let sitting = try ScreenSitting(in: folder, arguments: ["--follow"])
    try sitting.terminal.waitUntil(contains: "2 predictions, following")
    try sitting.terminal.press("<Space>")
    let file = try FileHandle(forWritingTo: URL(filePath: folder.path(of: "run.jsonl")))
    try file.seekToEnd()
    try file.write(contentsOf: Data(Self.row(3).utf8))
    try sitting.terminal.waitUntil(contains: "3 predictions, following")
    try sitting.terminal.waitUntil(contains: "case-3")
    try file.truncate(atOffset: 5)
    try sitting.terminal.waitUntil(contains: "was cut short")
    #expect(try sitting.leave() == 0)
  }
}
