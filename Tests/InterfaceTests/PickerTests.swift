import Reviewing
import Screen
import Testing

@testable import Interface

@Suite("A picker of very many names")
struct PickerTests {
  private static func tagged(_ count: Int) throws -> ScreenHarness {
    let screen = try ScreenHarness(SampleRows.intents, size: Size(columns: 80, rows: 24)) {
      $0.tags = (0..<count).map { "tag\($0)" }
    }
    try screen.type("t")
    return screen
  }

  @Test("lists the first of them and says how many there are beyond")
  func more() throws {
    let screen = try Self.tagged(5_000)
    #expect(screen.text.contains("4,800 more: type part of a name"))
    try screen.type("<Up>")
    #expect(screen.text.contains("tag199"))
    #expect(screen.text.contains("4,800 more: type part of a name"))
    try screen.type("<Down>")
    #expect(screen.text.contains("tag0 "))
  }

  @Test("finds every one of them by typing")
  func typing() throws {
    let screen = try Self.tagged(5_000)
    try screen.type("g4999")
    #expect(!screen.text.contains("more: type"))
    let first = try #require(screen.selectedKey)
    try screen.type("<Enter>")
    #expect(screen.review(of: first)?.tags == ["tag4999"])
  }

  @Test("says nothing of more where all are listed")
  func few() throws {
    #expect(try !Self.tagged(200).text.contains("more: type"))
  }

  @Test("lays out of a name what a screen can show")
  func longName() throws {
    let screen = try ScreenHarness(SampleRows.intents, size: Size(columns: 80, rows: 24)) {
      $0.tags = [String(repeating: "long", count: 100_000)]
    }
    try screen.type("t")
    #expect(screen.text.contains("longlonglong"))
    #expect(screen.text.contains("…"))
  }

  @Test("walks through all categories, of which none is typed")
  func categories() throws {
    let names = (0..<500).map { "category\($0)" }
    let screen = try ScreenHarness(SampleRows.intents, size: Size(columns: 80, rows: 24)) {
      $0.upsettingCategories = names
    }
    try screen.type("U<Up>")
    #expect(screen.text.contains("category499"))
    let first = try #require(screen.selectedKey)
    try screen.type("<Space><Enter>")
    #expect(screen.review(of: first)?.upsetting?.categories == ["category499"])
  }
}
