import Screen
import TestSupport
import Testing

@Suite("The tmux terminal of the tests", .enabled(if: TmuxTerminal.isAvailable))
struct TmuxTerminalTests {
  @Test("shows what a program prints and hands it the keys")
  func keysAndScreen() throws {
    let terminal = try TmuxTerminal(
      columns: 40, rows: 6, command: ["sh", "-c", "echo é; exec cat"])
    try terminal.waitUntil(contains: "é")
    try terminal.press("a;b<lt>c")
    try terminal.waitUntil(contains: "a;b<c")
    try terminal.resize(columns: 60, rows: 8)
    try terminal.press("<Enter><C-d>")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test("names the condition and shows the screen when a wait is in vain")
  func deadline() throws {
    let terminal = try TmuxTerminal(columns: 40, rows: 6, command: ["sh", "-c", "echo yes; cat"])
    try terminal.waitUntil(contains: "yes")
    let failure = #expect(throws: TmuxFailure.self) {
      try terminal.waitUntil(contains: "no", seconds: 0.1)
    }
    #expect(failure?.description.contains("contains \"no\"") == true)
    #expect(failure?.output.contains("yes") == true)
  }

  @Test("tells the exit status of a program")
  func exitStatus() throws {
    let terminal = try TmuxTerminal(columns: 40, rows: 6, command: ["sh", "-c", "exit 3"])
    #expect(try terminal.waitForExit() == 3)
  }
}
