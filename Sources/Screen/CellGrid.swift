/// A screen as a value: rows of cells, filled by drawing and shown whole.
///
/// Everything is clipped, so drawing outside of it is allowed and does nothing. Half a wide glyph,
/// at an edge or where something was drawn over its other half, is a blank.
///
///     var grid = CellGrid(size: Size(columns: 20, rows: 2))
///     grid.put("✗ wrong", row: 0, column: 1, style: wrong)
///     print(grid.text())
package struct CellGrid: Hashable, Sendable {
  package let size: Size
  private var cells: [Cell]

  /// A grid of blanks.
  package init(size: Size, style: Style = .plain) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank(style), count: self.size.columns * self.size.rows)
  }

  /// The cell at a place inside the grid.
  package subscript(row row: Int, column column: Int) -> Cell {
    precondition(contains(row: row) && (0..<size.columns).contains(column), "outside of the grid")
    return cells[row * size.columns + column]
  }

  /// The cells of a row inside the grid.
  package func cells(inRow row: Int) -> ArraySlice<Cell> {
    precondition(contains(row: row), "outside of the grid")
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Whether a row looks the same in another grid of the same width.
  package func isSame(row: Int, in other: CellGrid) -> Bool {
    guard size.columns == other.size.columns, contains(row: row), other.contains(row: row) else {
      return false
    }
    for place in row * size.columns..<(row + 1) * size.columns
    where cells[place] != other.cells[place] {
      return false
    }
    return true
  }

  /// Draws a text in at most `columns` columns and returns the column after it.
  ///
  /// Without a `tokenStyle` stand-ins for hidden characters are drawn in reverse of `style`.
  @discardableResult
  package mutating func put(
    _ text: DisplayText, row: Int, column: Int, columns: Int = .max, style: Style,
    tokenStyle: Style? = nil
  ) -> Int {
    let end = columns < size.columns - column ? column + max(0, columns) : size.columns
    var place = column
    guard contains(row: row) else { return min(column + text.width, max(column, end)) }
    for cluster in text.clusters {
      guard place < end else { break }
      let look = cluster.kind == .token ? tokenStyle ?? style.forTokens : style
      put(cluster, row: row, column: place, end: end, style: look)
      place += cluster.width
    }
    return min(place, max(column, end))
  }

  /// Blanks a rectangle.
  package mutating func fill(_ rect: Rect, style: Style) {
    forEachPlace(in: rect) { grid, row, columns in
      grid.splitWide(row: row, column: columns.lowerBound)
      grid.splitWide(row: row, column: columns.upperBound)
      for column in columns { grid.cells[row * grid.size.columns + column] = .blank(style) }
    }
  }

  /// Changes the style of what a rectangle shows already.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    forEachPlace(in: rect) { grid, row, columns in
      for column in columns { change(&grid.cells[row * grid.size.columns + column].style) }
    }
  }

  /// Draws a border along the inner edge of a rectangle of at least two rows and columns.
  package mutating func box(_ rect: Rect, style: Style, glyphs: GlyphSet) {
    guard rect.rows >= 2, rect.columns >= 2 else { return }
    let border = glyphs.border
    let line = DisplayText(repeating: border.horizontal, count: rect.columns - 2)
    let last = rect.endRow - 1
    put(border.topLeft + line + border.topRight, row: rect.row, column: rect.column, style: style)
    put(
      border.bottomLeft + line + border.bottomRight, row: last, column: rect.column, style: style)
    for row in rect.row + 1..<max(rect.row + 1, last) {
      put(border.vertical, row: row, column: rect.column, style: style)
      put(border.vertical, row: row, column: rect.endColumn - 1, style: style)
    }
  }

  /// The grid as lines without trailing blanks, as goldens keep it.
  package func text() -> String {
    (0..<size.rows).map { row in
      var line = cells(inRow: row).reduce(into: "") { $0 += $1.glyph }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  // MARK: Cells

  private func contains(row: Int) -> Bool {
    (0..<size.rows).contains(row)
  }

  private mutating func put(
    _ cluster: DisplayText.Cluster, row: Int, column: Int, end: Int, style: Style
  ) {
    let first = row * size.columns
    guard column >= 0, column + cluster.width <= end else {
      // Only one half of a wide glyph is inside.
      for place in max(0, column)..<max(0, min(column + cluster.width, end)) {
        put(.blank, row: row, column: place, end: end, style: style)
      }
      return
    }
    splitWide(row: row, column: column)
    splitWide(row: row, column: column + cluster.width)
    cells[first + column] = Cell(glyph: cluster.glyph, width: cluster.width, style: style)
    if cluster.width == 2 { cells[first + column + 1] = .continuation(style) }
  }

  /// Makes blanks of a wide glyph that reaches across the left edge of a column.
  private mutating func splitWide(row: Int, column: Int) {
    let place = row * size.columns + column
    guard column > 0, column < size.columns, cells[place].width == 0 else { return }
    cells[place - 1] = .blank(cells[place - 1].style)
    cells[place] = .blank(cells[place].style)
  }

  private mutating func forEachPlace(
    in rect: Rect, _ change: (inout CellGrid, Int, Range<Int>) -> Void
  ) {
    let columns = max(0, rect.column)..<max(0, rect.column, min(rect.endColumn, size.columns))
    guard !columns.isEmpty else { return }
    for row in max(0, rect.row)..<max(0, rect.row, min(rect.endRow, size.rows)) {
      change(&self, row, columns)
    }
  }
}

extension Style {
  /// How stand-ins look where nothing else is said: reverse, so that no text can imitate them.
  fileprivate var forTokens: Style {
    var style = self
    style.attributes.formSymmetricDifference(.reverse)
    return style
  }
}
