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
    screen.send(.exportRefused(ExportOrder(path: "run.jsonl"), reason: "run.jsonl is being read"))
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

  @Test("Ctrl-r redacts and no longer does, the prompt says which, and a name asked again keeps it")
  func redacts() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("e")
    #expect(screen.text.contains("Ctrl-r redacts"))
    try screen.type("<C-r>")
    #expect(screen.lines.last?.contains("export redacted to: export.jsonl") == true)
    #expect(screen.text.contains("Ctrl-r leaves everything in"))
    try screen.type("<C-r>")
    #expect(screen.lines.last?.contains("export to: export.jsonl") == true)
    try screen.type("<C-r><C-u>exists.csv<Enter>")
    #expect(screen.lines.last?.contains("export redacted to: exists.csv") == true)
    try screen.type("<Enter>")
    #expect(screen.exports == ["exists.csv, redacted"])
    try screen.type("e")
    #expect(screen.lines.last?.contains("export to: export.jsonl") == true)
  }

  @Test("what was taken out is told with the outcome")
  func outcome() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    screen.send(.exported(path: "x.csv", count: 2, redacted: "redacted: 1 e-mail address"))
    #expect(screen.text.contains("2 predictions exported to x.csv · redacted: 1 e-mail address"))
  }

  @Test("in other prompts Ctrl-r changes nothing")
  func otherPrompts() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("/card<C-r>")
    #expect(screen.lines.last?.contains("find: card") == true)
    #expect(!screen.text.contains("redacts"))
  }
}
