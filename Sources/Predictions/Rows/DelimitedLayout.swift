/// How a table's cells are told apart.
package struct DelimitedLayout: Hashable, Sendable {
  /// The byte between two cells.
  package let delimiter: UInt8
  /// Cells may stand in quotes, as RFC 4180 has it; otherwise a quote is only text.
  package let hasQuotes: Bool

  package init(delimiter: UInt8, hasQuotes: Bool) {
    self.delimiter = delimiter
    self.hasQuotes = hasQuotes
  }

  package static let commas = DelimitedLayout(delimiter: UInt8(ascii: ","), hasQuotes: true)
  package static let semicolons = DelimitedLayout(delimiter: UInt8(ascii: ";"), hasQuotes: true)
  package static let tabs = DelimitedLayout(delimiter: UInt8(ascii: "\t"), hasQuotes: false)
}
