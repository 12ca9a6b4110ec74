import Predictions
import Reviewing
import Screen

extension ReviewState {
  /// The screen at its size: what the terminal shows, what goldens compare, what pictures are of.
  package func draw() -> CellGrid {
    var grid = CellGrid(size: size)
    let layout = self.layout
    guard !layout.isTooSmall else {
      drawTooSmall(into: &grid)
      return grid
    }
    drawHeader(into: &grid)
    if let pane = layout.tierPane { drawTierPane(into: &grid, pane) }
    if let row = layout.tierLine { drawTierLine(into: &grid, row: row) }
    if let pane = layout.list { drawList(into: &grid, pane) }
    drawPrediction(into: &grid, layout.text)
    // Only the innermost view: what lies under it waits for its turn.
    if let overlay = overlays.last { draw(overlay, into: &grid) }
    drawHintLine(into: &grid)
    return grid
  }

  var layout: Layout { Layout(size: size, isFullScreen: isFullScreen) }

  /// As much of a text, such as a name, as a line of the screen can show of it.
  func clipped(_ text: String) -> DisplayText {
    DisplayText(text, maximumColumns: size.columns)
  }

  /// The same of many, of which each takes a column or more.
  func clipped(_ texts: [String]) -> DisplayText {
    clipped(texts.prefix(size.columns).joined(separator: ", "))
  }

  private func drawTooSmall(into grid: inout CellGrid) {
    let least = Layout.smallest
    let words: [DisplayText] = [
      "spotcheck needs \(String(least.columns))x\(String(least.rows))",
      "this is \(String(size.columns))x\(String(size.rows))",
    ]
    for (row, text) in words.enumerated() where row < size.rows {
      grid.put(text.truncated(to: size.columns), row: row, column: 0, style: theme[.text])
    }
  }

  /// A border with a title on the left and a word on the right of its upper edge.
  func drawPane(
    into grid: inout CellGrid, _ rect: Rect, title: StyledLine, right: StyledLine? = nil,
    isFocused: Bool = false
  ) {
    let border = theme[isFocused ? .focusedBorder : .border]
    grid.box(rect, style: border, glyphs: theme.glyphs)
    let room = rect.columns - 4
    guard room > 0 else { return }
    let rightWidth = right.map { $0.width + 2 } ?? 0
    let shown = padded(title)
    grid.put(
      shown, row: rect.row, column: rect.column + 1,
      columns: max(0, min(room, room - rightWidth)), theme: theme)
    guard let right, rightWidth + 6 < room else { return }
    grid.put(
      padded(right), row: rect.row, column: rect.endColumn - rightWidth - 2, columns: rightWidth,
      theme: theme)
  }

  private func padded(_ line: StyledLine) -> StyledLine {
    var padded = StyledLine(" ", .dim)
    padded.pieces += line.pieces
    padded.append(" ", .dim)
    return padded
  }
}
