import Evaluation
import Reviewing
import Screen
import Testing

@testable import Interface

@Suite("When things were last looked at")
struct DueHeaderTests {
  private static let rows = (0..<8).map { number in
    #"{"id":"r\#(number)","input":"q\#(number)","output":"a\#(number)","#
      + #""confidence":\#(number % 2 == 0 ? 0.95 : 0.3),"region":"\#(["EU", "US"][number / 4])"}"#
  }

  @Test("nobody who looks for the first time is told that nobody ever did")
  func silent() throws {
    let screen = try ScreenHarness(Self.rows, size: Size(columns: 120, rows: 36))
    #expect(!screen.lines[0].contains("looked at"))
  }

  @Test("the header says it of tiers and segments, those longest ago first, and follows")
  func header() throws {
    let screen = try ScreenHarness(Self.rows, size: Size(columns: 170, rows: 36))
    try screen.type("W")
    let tier = try #require(screen.state.selected?.tier.name)
    let other = tier == "easy" ? "hard" : "easy"
    #expect(screen.lines[0].contains("looked at \(other) never, \(tier) now, region "))
    try screen.type("z")
    #expect(screen.lines[0].contains("never, hard never") || screen.lines[0].contains("easy never"))
  }

  @Test("as many are named as fit, and none is cut")
  func narrow() throws {
    for columns in 40...120 {
      let screen = try ScreenHarness(Self.rows, size: Size(columns: columns, rows: 24))
      try screen.type("W")
      screen.send(.resized(Size(columns: columns, rows: 24)))
      let line = screen.lines[0]
      guard let found = line.range(of: "looked at ") else { continue }
      #expect(line[found.upperBound...].prefix(12).contains(#/^(easy|hard) (never|now)/#))
    }
  }

  @Test(
    "an age is said in the largest whole unit",
    arguments: [
      (0.0, "now"), (0.01, "14 min"), (0.5, "12 h"), (1.9, "1 d"), (2000, "2,000 d"),
    ])
  func ages(days: Double, words: String) {
    #expect(NumberText.age(days: days) == words)
  }
}
