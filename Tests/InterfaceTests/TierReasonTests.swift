import Screen
import Testing

@testable import Interface

@Suite("Why a prediction is unrated")
struct TierReasonTests {
  @Test("is said where nothing tells")
  func nothing() throws {
    let screen = try ScreenHarness([#"{"id":"a","nothing":{"deep":1}}"#])
    #expect(screen.text.contains("unrated: no field tells how difficult it is"))
  }

  @Test("is said where the texts show no sign")
  func signs() throws {
    let answer = "We are open until eight in the evening, and on Sundays from ten to four."
    let rows = (1...4).map {
      #"{"id":"a\#($0)","input":"How late are you open?","output":"\#($0 == 4 ? "" : answer)"}"#
    }
    let screen = try ScreenHarness(rows)
    try screen.type("G")
    #expect(screen.text.contains("unrated: no sign of trouble"))
  }

  @Test("names what a row lacks")
  func lacks() throws {
    let rows = SampleRows.intents + [#"{"id":"r-7","input":"x","output":"y","target":"y"}"#]
    let screen = try ScreenHarness(rows)
    try screen.type("G")
    #expect(screen.text.contains("unrated: no confidence in this row"))
  }
}
