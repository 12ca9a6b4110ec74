/// How many columns and rows a terminal, a grid or a pane has.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A rectangle of cells; rows and columns count from 0 at the top left.
package struct Rect: Hashable, Sendable {
  package var row: Int
  package var column: Int
  package var rows: Int
  package var columns: Int

  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The first row below the rectangle.
  package var endRow: Int { row + rows }

  /// The first column to the right of the rectangle.
  package var endColumn: Int { column + columns }

  /// The rectangle without `margin` cells on every side.
  package func inset(by margin: Int) -> Rect {
    Rect(
      row: row + margin, column: column + margin,
      rows: rows - 2 * margin, columns: columns - 2 * margin)
  }
}
