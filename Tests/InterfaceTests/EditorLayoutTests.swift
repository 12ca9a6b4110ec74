import Testing

@testable import Interface

@Suite("The lines of the comment editor")
struct EditorLayoutTests {
  private func layout(_ text: String, columns: Int = 10) -> EditorLayout {
    var buffer = TextBuffer()
    buffer.insert(text)
    return EditorLayout(buffer, columns: columns)
  }

  @Test(
    "break at words where they can",
    arguments: [
      ("", [""]),
      ("one two three four", ["one two ", "three four"]),
      ("one two   three", ["one two   ", "three"]),
      ("0123456789 x", ["0123456789", "x"]),
      ("0123456789abc", ["0123456789", "abc"]),
      ("a 0123456789abc", ["a ", "0123456789", "abc"]),
      ("日本語日本語日", ["日本語日本", "語日"]),
      ("a 日本語日本語", ["a 日本語日", "本語"]),
      ("a\n\nb\n", ["a", "", "b", ""]),
    ])
  func breaks(text: String, lines: [String]) {
    let layout = layout(text)
    #expect(layout.lineCount == lines.count)
    #expect(layout.lines(0..<lines.count).map(\.description) == lines)
  }

  @Test("the cursor stands where the next character goes")
  func cursor() {
    for (text, line, column) in [
      ("", 0, 0), ("one", 0, 3), ("one two thre", 1, 4), ("one\n", 1, 0), ("0123456789", 0, 10),
      ("0123456789  ", 0, 10), ("日本語日本語", 1, 2),
    ] {
      let layout = layout(text)
      #expect(layout.cursorLine == line, "after \(text)")
      #expect(layout.cursorColumn == column, "after \(text)")
    }
  }

  @Test("any of the lines can be asked for, also beyond the last")
  func someLines() {
    let layout = layout("a\nb\nc\nd")
    #expect(layout.lines(1..<3).map(\.description) == ["b", "c"])
    #expect(layout.lines(3..<9).map(\.description) == ["d"])
    #expect(layout.lines(9..<12).isEmpty)
  }
}
