import Testing

@testable import Interface

@Suite("Copying the id")
struct CopyingTests {
  @Test(
    "an id is copied byte for byte, in whatever script", arguments: ["r-1", "id 7/ä", "商品-٣", "👩‍🚀"])
  func plain(key: String) throws {
    let screen = try ScreenHarness([#"{"id":"\#(key)","input":"x","output":"y"}"#])
    try screen.type("y")
    #expect(screen.copied == [key])
    #expect(screen.lines.last?.contains("copied, where the terminal allows it") == true)
  }

  @Test(
    "an id that a paste would obey, or that is not what it looks like, is not copied",
    arguments: [
      #"a\nreboot"#, #"a\rreboot"#, #"a\tb"#, #"\u001b[201~x"#, #"a\u202eb"#, #"a\u009bb"#,
    ])
  func hidden(key: String) throws {
    let screen = try ScreenHarness([#"{"id":"\#(key)","input":"x","output":"y"}"#])
    try screen.type("y")
    #expect(screen.copied.isEmpty)
    #expect(screen.text.contains("not copied"))
  }
}
