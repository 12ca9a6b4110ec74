import Screen
import TestSupport
import Testing

@Suite("The grid")
struct CellGridTests {
  private let red = Style(foreground: .palette(1))

  @Test("clips text at its edges and at a width, and returns the column after it")
  func clipping() {
    var grid = CellGrid(size: Size(columns: 6, rows: 2))
    #expect(grid.put("abcdefgh", row: 0, column: 2, style: .plain) == 6)
    #expect(grid.put("abcdefgh", row: 1, column: -2, columns: 5, style: .plain) == 3)
    #expect(grid.put("x", row: 5, column: 1, style: .plain) == 2)
    #expect(grid.put("x", row: -1, column: 0, style: .plain) == 1)
    #expect(grid.put("x", row: 0, column: 9, style: .plain) == 9)
    #expect(grid.put("xyz", row: 0, column: 0, columns: 0, style: .plain) == 0)
    #expect(grid.text() == "  abcd\ncde")
  }

  @Test("makes a blank of half a wide glyph", arguments: [(-1, ""), (5, ""), (4, "    漢")])
  func wideAtEdges(column: Int, shown: String) {
    var grid = CellGrid(size: Size(columns: 6, rows: 1), style: red)
    grid.put("漢", row: 0, column: column, style: .plain)
    #expect(grid.text() == shown)
    #expect(grid.cells(inRow: 0).allSatisfy { $0.width > 0 || column == 4 })
  }

  @Test("makes blanks of a wide glyph that is drawn over by half")
  func wideDrawnOver() {
    var grid = CellGrid(size: Size(columns: 6, rows: 1))
    grid.put("漢字漢", row: 0, column: 0, style: .plain)
    grid.put("x", row: 0, column: 1, style: .plain)
    grid.put("y", row: 0, column: 2, style: .plain)
    #expect(grid.text() == " xy 漢")
    grid.put("字", row: 0, column: 3, style: .plain)
    #expect(grid.text() == " xy字")
    grid.fill(Rect(row: 0, column: 4, rows: 1, columns: 1), style: .plain)
    #expect(grid.text() == " xy")
    #expect(grid.cells(inRow: 0).allSatisfy { $0.width == 1 })
  }

  @Test("draws stand-ins in the token style, by default in reverse")
  func tokens() {
    var grid = CellGrid(size: Size(columns: 4, rows: 2))
    grid.put("a\u{1B}", row: 0, column: 0, style: red)
    grid.put("a\u{1B}", row: 1, column: 0, style: .plain, tokenStyle: red)
    #expect(grid[row: 0, column: 0].style == red)
    #expect(grid[row: 0, column: 1].style.attributes == .reverse)
    #expect(grid[row: 1, column: 1].style == red)
  }

  @Test("fills and restyles only what is inside of it")
  func rectangles() {
    var grid = CellGrid(size: Size(columns: 4, rows: 3))
    for row in 0..<3 { grid.put("abcd", row: row, column: 0, style: .plain) }
    grid.fill(Rect(row: 1, column: 2, rows: 9, columns: 9), style: red)
    grid.restyle(Rect(row: -1, column: -1, rows: 2, columns: 2)) { $0.attributes.insert(.bold) }
    #expect(grid.text() == "abcd\nab\nab")
    #expect(grid[row: 0, column: 0].style.attributes == .bold)
    #expect(grid[row: 0, column: 1].style.attributes == [])
    #expect(grid[row: 2, column: 3].style == red)
    grid.fill(Rect(row: 9, column: 9, rows: 1, columns: 1), style: red)
  }

  @Test("frames a rectangle, rounded where the terminal can draw it")
  func frames() {
    var grid = CellGrid(size: Size(columns: 9, rows: 4))
    grid.box(Rect(row: 0, column: 0, rows: 4, columns: 5), style: .plain, glyphs: .unicode)
    grid.box(Rect(row: 0, column: 5, rows: 2, columns: 4), style: .plain, glyphs: .ascii)
    grid.box(Rect(row: 2, column: 6, rows: 1, columns: 1), style: .plain, glyphs: .ascii)
    #expect(grid.text() == "╭───╮+--+\n│   │+--+\n│   │\n╰───╯")
  }

  @Test("may be of no size at all")
  func empty() {
    var grid = CellGrid(size: Size(columns: -1, rows: 0))
    grid.put("x", row: 0, column: 0, style: .plain)
    grid.box(Rect(row: 0, column: 0, rows: 3, columns: 3), style: .plain, glyphs: .unicode)
    #expect(grid.text() == "")
  }

  @Test("is a picture that needs nothing else")
  func picture() {
    var grid = CellGrid(size: Size(columns: 24, rows: 6))
    let accent = Style(foreground: .palette(75))
    grid.box(Rect(row: 0, column: 0, rows: 6, columns: 24), style: accent, glyphs: .unicode)
    grid.put(" a < b & \"c\" ", row: 0, column: 2, style: Style(attributes: .bold))
    grid.put("漢字 mixed ▇▁ ░", row: 1, column: 2, style: .plain)
    grid.put("selected", row: 2, column: 2, style: Style(attributes: .reverse))
    grid.put("dim", row: 3, column: 2, style: Style(attributes: .dim))
    grid.put(
      "on grey", row: 3, column: 8,
      style: Style(foreground: .palette(202), background: .palette(240), attributes: .underline))
    grid.put("\u{202E}", row: 4, column: 2, style: .plain)
    Golden.expect(grid.svg(title: "spotcheck <\u{1B}>"), named: "picture.svg")
  }
}
