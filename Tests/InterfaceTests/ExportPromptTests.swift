import Screen
import Testing

@testable import Interface

@Suite("The export prompt")
struct ExportPromptTests {
  @Test("says how many first, and takes a name")
  func name() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("e")
    screen.send(.exportCounted(6))
    #expect(screen.lines.last?.contains("6 predictions: what the list shows") == true)
    try screen.type("<C-u>mine.csv<Enter>")
    #expect(screen.exports == ["mine.csv"])
  }

  @Test("takes another name where nothing may be written, and offers no replacing")
  func refused() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    screen.send(.exportRefused(path: "run.jsonl", reason: "run.jsonl is being read"))
    #expect(screen.lines.last?.contains("export to: run.jsonl") == true)
    #expect(screen.text.contains("run.jsonl is being read"))
    try screen.type("<C-u>mine.csv<Enter>")
    #expect(screen.exports == ["mine.csv"])
  }

  @Test("asks before it replaces a file, and takes another name")
  func replaces() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("e<C-u>exists.csv<Enter>")
    #expect(screen.lines.last?.contains("exists: Enter again replaces it") == true)
    #expect(screen.exports.isEmpty)
    try screen.type("<Enter>")
    #expect(screen.exports == ["exists.csv"])
  }
}
