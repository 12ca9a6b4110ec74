/// A glyph that a picture draws as geometry, because fonts rarely join frames and bars cleanly.
enum SVGShape: Equatable {
  /// A filled part of the cell, in fractions of it.
  struct Block: Equatable {
    var left = 0.0
    var top = 0.0
    var width = 1.0
    var height = 1.0
    var opacity = 1.0
  }

  case block(Block)
  /// Path data in a cell of 9 by 20.
  case line(String)

  /// Whether several in a row are one wider shape.
  var stretches: Bool {
    switch self {
    case .block(let block): block.width == 1
    case .line(let path): path == SVGShape.horizontal
    }
  }

  init?(glyph: String) {
    guard let scalar = glyph.unicodeScalars.first, glyph.unicodeScalars.count == 1 else {
      return nil
    }
    switch scalar.value {
    case 0x2581...0x2588:
      let height = Double(scalar.value - 0x2580) / 8
      self = .block(Block(top: 1 - height, height: height))
    case 0x2589...0x258F: self = .block(Block(width: Double(0x2590 - scalar.value) / 8))
    case 0x2591: self = .block(Block(opacity: 0.2))
    case 0x2592: self = .block(Block(opacity: 0.4))
    case 0x2593: self = .block(Block(opacity: 0.6))
    default:
      guard let path = SVGShape.lines[glyph] else { return nil }
      self = .line(path)
    }
  }

  static let horizontal = "M0 10H9"

  private static let lines = [
    "─": horizontal, "│": "M4.5 0V20",
    "╭": "M9 10Q4.5 10 4.5 15V20", "╮": "M0 10Q4.5 10 4.5 15V20",
    "╰": "M9 10Q4.5 10 4.5 5V0", "╯": "M0 10Q4.5 10 4.5 5V0",
    "┌": "M9 10H4.5V20", "┐": "M0 10H4.5V20", "└": "M9 10H4.5V0", "┘": "M0 10H4.5V0",
    "├": "M4.5 0V20M4.5 10H9", "┤": "M4.5 0V20M4.5 10H0",
    "┬": "M0 10H9M4.5 10V20", "┴": "M0 10H9M4.5 10V0", "┼": "M0 10H9M4.5 0V20",
  ]
}
