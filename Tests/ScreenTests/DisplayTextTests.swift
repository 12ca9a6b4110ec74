import Screen
import TestSupport
import Testing

@Suite("Text for the screen")
struct DisplayTextTests {
  @Test("sanitises what is interpolated and keeps what is text for the screen already")
  func interpolation() {
    let untrusted = "a\u{1B}b"
    let text: DisplayText = "[\(untrusted)] \(7) \(DisplayText("c\u{0}"))"
    #expect(text.string == "[a␛b] 7 c␀")
    #expect(text.clusters.filter { $0.kind == .token }.count == 2)
  }

  @Test("lets no interpolated text act on the text around it")
  func seams() {
    let mark = "\u{301}"
    let first = "🇩"
    let text: DisplayText = "a\(mark) \(first)\("🇪")"
    #expect(text.string == "a◌\u{301} ⟨U+1F1E9⟩⟨U+1F1EA⟩")
  }

  @Test(
    "cuts with an ellipsis in the last column",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
      ("abcdef", -1, ""), ("漢字漢字", 8, "漢字漢字"), ("漢字漢字", 7, "漢字漢…"),
      ("漢字漢字", 6, "漢字…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("", 0, ""),
    ])
  func truncation(input: String, columns: Int, shown: String) {
    let text = DisplayText(input).truncated(to: columns)
    #expect(text.string == shown)
    #expect(text.width <= max(0, columns))
    #expect(DisplayText(input, maximumColumns: columns) == text)
  }

  @Test("keeps the cells of a grapheme together when it cuts")
  func truncationOfGraphemes() {
    #expect(DisplayText("aकिb").truncated(to: 3).string == "a…")
    #expect(DisplayText("aकिb").truncated(to: 4).string == "aकिb")
    #expect(DisplayText("a👋🏽bc").truncated(to: 4).string == "a…")
    #expect(DisplayText("a👋🏽bc").truncated(to: 5).string == "a👋⁺…")
  }

  @Test("reads no more of a huge text than it shows")
  func hugeText() {
    let huge = String(repeating: "é漢 ", count: 1_000_000)
    let taken = ProcessorTime.taken {
      for _ in 0..<1_000 { _ = DisplayText(huge, maximumColumns: 20) }
    }
    // All of it a thousand times would take minutes.
    #expect(taken < .seconds(5))
    #expect(DisplayText(huge, maximumColumns: 9).string == "é漢 é漢 …")
  }

  @Test("fills up to a width on either side")
  func padding() {
    let text: DisplayText = "漢"
    #expect(text.padded(to: 4).string == "漢  ")
    #expect(text.padded(to: 5, alignment: .trailing).string == "   漢")
    #expect(text.padded(to: 5, alignment: .center).string == " 漢  ")
    #expect(text.padded(to: 1) == text)
  }

  @Test("adds texts and their widths")
  func adding() {
    var text: DisplayText = "a"
    text.append("漢")
    text = text + DisplayText.blanks(2) + DisplayText(repeating: "─", count: 3)
    #expect(text.string == "a漢  ───")
    #expect(text.width == 8)
    #expect(DisplayText().isEmpty)
    #expect(DisplayText.blanks(-1).isEmpty)
  }
}
