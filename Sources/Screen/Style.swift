/// A colour as terminals number them.
///
/// Which colour means what is decided by the roles of the theme; this is only its result.
package enum Color: Hashable, Sendable {
  /// Whatever the terminal uses where nothing is said.
  case standard
  /// An entry of the palette of 256 colours; the first 8 and 16 exist on smaller terminals too.
  case palette(UInt8)
}

/// How a cell is drawn apart from its colours.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let underline = Attributes(rawValue: 4)
  package static let reverse = Attributes(rawValue: 8)
}

/// The complete look of a cell.
package struct Style: Hashable, Sendable {
  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours and no attributes.
  package static let plain = Style()
}
