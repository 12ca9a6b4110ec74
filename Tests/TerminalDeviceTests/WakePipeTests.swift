import Testing

@testable import TerminalDevice

@Suite("Waking the terminal")
struct WakePipeTests {
  @Test("never blocks, however often nobody looks")
  func floods() throws {
    let pipe = try #require(WakePipe())
    for _ in 0..<200_000 { pipe.wake() }
    pipe.drain()
    // Empty again: what comes next is the next wake-up.
    pipe.drain()
  }
}
