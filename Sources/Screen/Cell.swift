/// What one place of a grid shows.
package struct Cell: Hashable, Sendable {
  /// At most five scalars; empty in the second half of a wide glyph.
  package let glyph: String
  /// 1 or 2; 0 in the second half of a wide glyph.
  package let width: Int
  package var style: Style

  init(glyph: String, width: Int, style: Style) {
    self.glyph = glyph
    self.width = width
    self.style = style
  }

  static func blank(_ style: Style) -> Cell {
    Cell(glyph: " ", width: 1, style: style)
  }

  /// The second half of a wide glyph.
  static func continuation(_ style: Style) -> Cell {
    Cell(glyph: "", width: 0, style: style)
  }
}
