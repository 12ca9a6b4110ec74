import Screen
import Testing

@testable import TerminalDevice

@Suite("What is sent")
struct EncodingTests {
  @Test(
    "to the clipboard is Base64",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
      ("é漢\u{1B}", "w6nmvKIb"),
    ])
  func clipboard(text: String, encoded: String) {
    #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == encoded)
  }

  @Test(
    "without UTF-8 resembles the glyph and is as wide",
    arguments: [
      ("a", "a"), ("✓", "+"), ("╭", "+"), ("⟨", "<"), ("漢", "??"), ("é", "?"), ("␛", "?"),
    ])
  func ascii(glyph: String, shown: String) {
    var grid = CellGrid(size: Size(columns: 2, rows: 1))
    grid.put(DisplayText(glyph), row: 0, column: 0, style: .plain)
    #expect(AsciiFallback.glyph(for: grid[row: 0, column: 0]) == shown)
  }
}

@Suite("Colour numbers")
struct ColorPairsTests {
  @Test("are given on demand and once per combination")
  func onDemand() {
    var pairs = ColorPairs(colors: 256, capacity: 2)
    let red = Style(foreground: .palette(1))
    #expect(pairs.number(of: .plain) == 0)
    #expect(pairs.number(of: red) == 1)
    #expect(pairs.number(of: Style(foreground: .palette(1), attributes: .bold)) == 1)
    #expect(pairs.number(of: Style(background: .palette(1))) == 2)
    #expect(pairs.number(of: Style(foreground: .palette(2))) == nil)
    pairs.forget()
    #expect(pairs.number(of: Style(foreground: .palette(2))) == 1)
  }

  @Test("fall back where a terminal has fewer colours")
  func fewer() {
    var eight = ColorPairs(colors: 8, capacity: 63)
    #expect(eight.number(of: Style(foreground: .palette(1))) == 1)
    #expect(eight.number(of: Style(foreground: .palette(9))) == 1)
    #expect(eight.number(of: Style(foreground: .palette(200))) == 0)
    var none = ColorPairs(colors: 0, capacity: 0)
    #expect(none.number(of: Style(foreground: .palette(1))) == 0)
  }
}
