import CTerminal
import Screen

extension Terminal {
  /// Shows a grid; only what differs from the grid before is handed on and sent.
  package mutating func show(_ grid: CellGrid) {
    if shown?.size != grid.size { shown = nil }
    if !send(grid) {
      // Out of colour numbers: begin again with those of this grid, and do without beyond that.
      pairs.forget()
      shown = nil
      cterm_forget()
      _ = send(grid)
    }
    shown = grid
  }

  /// Draws and sends the rows that changed; false where a combination of colours got no number.
  private mutating func send(_ grid: CellGrid) -> Bool {
    var isComplete = true
    for rows in ChangedRows(from: shown, to: grid).groups(onePerGroup: !isUTF8) {
      isComplete = draw(rows, of: grid) && isComplete
      cterm_flush()
    }
    return isComplete
  }

  private mutating func draw(_ rows: [Int], of grid: CellGrid) -> Bool {
    let limit = size
    var isComplete = true
    for row in rows where row < limit.rows {
      let cells = grid.cells(inRow: row)
      let old = shown?.cells(inRow: row)
      // Curses blanks the other half of a wide glyph that is drawn over, so such rows go whole.
      let isWhole = old?.contains { $0.width == 2 } != false || cells.contains { $0.width == 2 }
      for column in 0..<min(grid.size.columns, limit.columns) {
        let cell = cells[cells.startIndex + column]
        if !isWhole, let old, old[old.startIndex + column] == cell { continue }
        guard cell.width > 0, column + cell.width <= limit.columns else { continue }
        let pair = pairs.number(of: cell.style)
        isComplete = isComplete && pair != nil
        put(cell, row: row, column: column, pair: pair ?? 0)
      }
    }
    return isComplete
  }

  private func put(_ cell: Cell, row: Int, column: Int, pair: Int32) {
    let attributes = UInt32(cell.style.attributes.rawValue)
    let glyph = isUTF8 ? cell.glyph : AsciiFallback.glyph(for: cell)
    let scalars = glyph.unicodeScalars.map(\.value)
    guard isUTF8 else {
      for (place, scalar) in scalars.enumerated() {
        cterm_put(
          Int32(row), Int32(column + place), [scalar], 1, 1, attributes, pair)
      }
      return
    }
    cterm_put(
      Int32(row), Int32(column), scalars, Int32(scalars.count), Int32(cell.width), attributes,
      pair)
  }
}
