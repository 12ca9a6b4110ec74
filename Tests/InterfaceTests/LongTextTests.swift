import Screen
import Testing

@testable import Interface

/// Texts of many megabytes on the screen.
@Suite("A long text")
struct LongTextTests {
  private static func row(_ id: String, input: String, output: String = "answer") -> String {
    #"{"id":"\#(id)","input":"\#(input)","output":"\#(output)","target":"goal"}"#
  }

  /// Numbered lines, so that a screen says where it is.
  private static func text(lines: Int) -> String {
    (1...lines).map { "line \($0) of many, all of them as wide as the pane is.\\n" }.joined()
  }

  private static func harness(lines: Int) throws -> ScreenHarness {
    let harness = try ScreenHarness([
      row("r1", input: text(lines: lines)), row("r2", input: "short"),
    ])
    try harness.type("sf<Enter>g")
    return harness
  }

  @Test("is scrolled through beyond what was read of it at first")
  func scrolling() throws {
    let harness = try Self.harness(lines: 20_000)
    harness.state.scroll = 1_500
    try harness.type("J")
    #expect(harness.text.contains("line 1500 of many"))
    try harness.type("b")
    #expect(harness.text.contains("line 1490 of many"))
    #expect(harness.state.selected?.cutParts == [.input])
  }

  @Test("is followed by the other parts")
  func otherParts() throws {
    let harness = try Self.harness(lines: 1_500)
    harness.state.scroll = 1_490
    try harness.type("<Space>")
    #expect(harness.text.contains("line 1500 of many"))
    #expect(harness.text.contains("output  answer"))
    #expect(harness.text.contains("target  goal"))
  }

  @Test("is judged and come back to like any other")
  func judging() throws {
    let harness = try Self.harness(lines: 20_000)
    try harness.type("w")
    #expect(harness.selectedKey == "r2")
    try harness.type("k")
    #expect(harness.text.contains("line 1 of many"))
    #expect(harness.text.contains("✗ wrong"))
  }

  @Test("has a raw row that says it is cut, with the fields behind it")
  func rawRow() throws {
    let harness = try Self.harness(lines: 20_000)
    try harness.type("r")
    #expect(harness.text.contains("line 1 of many"))
    try harness.type("G")
    #expect(harness.text.contains("answer"))
    #expect(harness.text.contains("too long to show whole"))
  }

  @Test("a row that has a key twice says which value counts")
  func repeatedKey() throws {
    let screen = try ScreenHarness([#"{"id":"a","input":"x","output":"first","output":"second"}"#])
    #expect(screen.text.contains("“output” is there twice: the last counts"))
    #expect(screen.text.contains("second"))
    #expect(!screen.text.contains("first"))
  }
}
