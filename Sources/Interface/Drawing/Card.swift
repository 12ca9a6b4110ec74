import Screen

/// A box of lines in the middle of the screen, as wide as its widest line allows.
struct Card: Sendable {
  var title: DisplayText
  var lines: [StyledLine]
  /// Lines scrolled away; only what is taller than the screen scrolls.
  var scroll = 0
  /// The share of the screen it takes whatever its content: for lists whose length changes.
  var fillsScreen = false

  /// Where the card lies on a screen of `size`.
  func rect(in size: Size) -> Rect {
    let widest = lines.map(\.width).max() ?? 0
    let columns =
      fillsScreen ? size.columns : min(size.columns - 2, max(widest, title.width + 2) + 4)
    let rows = fillsScreen ? size.rows - 2 : min(size.rows - 2, lines.count + 2)
    return Rect(
      row: max(1, (size.rows - rows) / 2), column: (size.columns - columns) / 2, rows: rows,
      columns: columns)
  }

  /// How far it scrolls on a screen of `size`.
  func lastScroll(in size: Size) -> Int { max(0, lines.count - rect(in: size).rows + 2) }
}

extension ReviewState {
  func draw(_ card: Card, into grid: inout CellGrid) {
    let rect = card.rect(in: size)
    grid.fill(rect, style: theme[.text])
    drawPane(into: &grid, rect, title: StyledLine(card.title, .title), isFocused: true)
    let height = rect.rows - 2
    for (index, line) in card.lines.dropFirst(card.scroll).prefix(height).enumerated() {
      grid.put(
        line, row: rect.row + 1 + index, column: rect.column + 2, columns: rect.columns - 4,
        theme: theme)
    }
    drawScrollMark(into: &grid, rect, first: card.scroll, shown: height, of: card.lines.count)
  }

  /// Lines of running text for a card, wrapped to what the screen has room for.
  func paragraph(_ text: String, _ role: Role = .text) -> [StyledLine] {
    TextWrap.wrap(text, columns: max(20, min(72, size.columns - 8))).map { StyledLine($0, role) }
  }
}
