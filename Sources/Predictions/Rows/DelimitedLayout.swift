/// How a table's cells are told apart.
package struct DelimitedLayout: Hashable, Sendable {
  /// The byte between two cells.
  package let delimiter: UInt8
  /// Cells may stand in quotes, as RFC 4180 has it; otherwise a quote is only text.
  package let hasQuotes: Bool
  /// The last byte of a line break: a line feed, or a carriage return in tables that have no other.
  package let lineBreak: UInt8

  package init(delimiter: UInt8, hasQuotes: Bool, lineBreak: UInt8 = 0x0A) {
    self.delimiter = delimiter
    self.hasQuotes = hasQuotes
    self.lineBreak = lineBreak
  }

  /// The layout with another end of its rows.
  package func ended(by lineBreak: UInt8) -> DelimitedLayout {
    DelimitedLayout(delimiter: delimiter, hasQuotes: hasQuotes, lineBreak: lineBreak)
  }

  package static let commas = DelimitedLayout(delimiter: UInt8(ascii: ","), hasQuotes: true)
  package static let semicolons = DelimitedLayout(delimiter: UInt8(ascii: ";"), hasQuotes: true)
  package static let tabs = DelimitedLayout(delimiter: UInt8(ascii: "\t"), hasQuotes: false)
}
