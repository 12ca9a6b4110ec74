import CTerminal
import Screen

extension Terminal {
  /// Shows a grid; only what differs from the grid before is handed on and sent.
  package mutating func show(_ grid: CellGrid) {
    if shown?.size != grid.size { drawAgain() }
    if !send(grid) {
      // Out of colour numbers: begin again with those of this grid, and do without beyond that.
      pairs.forget()
      drawAgain()
      _ = send(grid)
    }
    shown = grid
  }

  /// Draws the rows that changed and sends each by itself; false where a combination of colours got no
  /// number.
  ///
  /// Curses sets scroll regions of its own wherever it takes rows for moved, whatever `idlok` says. Then
  /// what a text looks like would decide which control functions are sent, and a terminal that takes them
  /// badly would show a torn page. It takes a row for moved that looks like just one other row did, which
  /// looks otherwise now; where one row alone changes, the other is still there.
  private mutating func send(_ grid: CellGrid) -> Bool {
    let limit = size
    var isComplete = true
    for row in 0..<min(grid.size.rows, limit.rows) {
      if let shown, shown.isSame(row: row, in: grid) { continue }
      isComplete = draw(row: row, of: grid, columns: limit.columns) && isComplete
      // A screen that is cleared before is sent in one piece: there is nothing that could have moved.
      if shown != nil { cterm_flush() }
    }
    if shown == nil { cterm_flush() }
    return isComplete
  }

  private mutating func draw(row: Int, of grid: CellGrid, columns: Int) -> Bool {
    let cells = grid.cells(inRow: row)
    let old = shown?.cells(inRow: row)
    // Curses blanks the other half of a wide glyph that is drawn over, so such rows go whole.
    let isWhole = old?.contains { $0.width == 2 } != false || cells.contains { $0.width == 2 }
    var isComplete = true
    for column in 0..<min(grid.size.columns, columns) {
      let cell = cells[cells.startIndex + column]
      if !isWhole, let old, old[old.startIndex + column] == cell { continue }
      guard cell.width > 0, column + cell.width <= columns else { continue }
      let pair = pairs.number(of: cell.style)
      isComplete = isComplete && pair != nil
      put(cell, row: row, column: column, pair: pair ?? 0)
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
