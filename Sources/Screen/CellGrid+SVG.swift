extension CellGrid {
  /// The grid as a picture that needs nothing else: a window on a fixed dark palette.
  ///
  /// Every run of text has its own position, and frames and bars are drawn as shapes, so columns
  /// align whatever monospaced font the viewer has.
  package func svg(title: String) -> String {
    var picture = SVGPicture(size: size, title: DisplayText(title).string)
    for row in 0..<size.rows {
      let cells = cells(inRow: row)
      var column = 0
      while column < size.columns {
        let run = SVGRun(cells, from: column)
        picture.draw(run, row: row, column: column)
        column += run.columns
      }
    }
    return picture.finished()
  }
}

/// Neighbouring cells that are drawn as one: of one look, and all text, all blank or one shape.
struct SVGRun {
  let text: String
  let columns: Int
  let style: Style
  let shape: SVGShape?

  init(_ cells: ArraySlice<Cell>, from column: Int) {
    let first = cells[cells.startIndex + column]
    style = first.style
    shape = SVGShape(glyph: first.glyph)
    var text = first.glyph
    var columns = max(1, first.width)
    for cell in cells[(cells.startIndex + column + columns)...] {
      guard cell.style == first.style, SVGRun.continues(first, with: cell) else { break }
      text += cell.glyph
      columns += 1
    }
    self.text = text
    self.columns = columns
  }

  var isBlank: Bool { text.allSatisfy { $0 == " " } }

  private static func continues(_ first: Cell, with cell: Cell) -> Bool {
    if let shape = SVGShape(glyph: first.glyph) {
      return shape.stretches && cell.glyph == first.glyph
    }
    // Only ASCII has the same width in every monospaced font.
    return first.glyph.utf8.count == 1 && cell.glyph.utf8.count == 1
      && (cell.glyph == " ") == (first.glyph == " ")
  }
}
