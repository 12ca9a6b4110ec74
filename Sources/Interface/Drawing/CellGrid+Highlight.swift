import Screen

extension CellGrid {
  /// Restyles where a row shows `text`, by the rule of find: case counts only with a capital.
  mutating func highlight(_ text: String, row: Int, columns: Range<Int>, style: Style) {
    let folds = text == text.lowercased()
    let wanted = DisplayText(text).clusters.map { folds ? $0.glyph.lowercased() : $0.glyph }
    guard !wanted.isEmpty else { return }
    let shown = columns.filter { self[row: row, column: $0].width > 0 }
    let glyphs = shown.map { column in
      let glyph = self[row: row, column: column].glyph
      return folds ? glyph.lowercased() : glyph
    }
    guard glyphs.count >= wanted.count else { return }
    for start in 0...glyphs.count - wanted.count
    where glyphs[start..<start + wanted.count].elementsEqual(wanted) {
      let first = shown[start]
      let last = shown[start + wanted.count - 1]
      let end = last + self[row: row, column: last].width
      let place = Rect(row: row, column: first, rows: 1, columns: end - first)
      restyle(place) { $0 = style }
    }
  }
}
