/// The cells of one row of a table over the row's bytes, reused from row to row.
package struct DelimitedCells: Sendable {
  /// One cell; its span leaves the quotes around it out.
  package struct Cell: Hashable, Sendable {
    package let start: Int
    package let end: Int
    /// Two quotes stand for one somewhere in the cell.
    package let hasDoubledQuotes: Bool
  }

  package internal(set) var cells: [Cell] = []

  package init() {}

  /// How many cells the row has.
  package var count: Int { cells.count }

  /// A cell's bytes as the row writes them.
  package func raw(_ cell: Int, in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[cells[cell].start..<cells[cell].end])
  }

  /// A cell's text; what is not UTF-8 becomes U+FFFD, one per maximal subpart.
  package func text(of cell: Int, in bytes: UnsafeRawBufferPointer) -> String {
    guard cells[cell].hasDoubledQuotes else {
      return String(decoding: raw(cell, in: bytes), as: UTF8.self)
    }
    var text: [UInt8] = []
    var isSecond = false
    for byte in raw(cell, in: bytes) {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the row as a JSON object of texts: what the raw row's tree shows.
  ///
  /// Cells beyond the header are named by their place, and names beyond the cells are left out.
  ///
  /// - Parameter value: the JSON that a cell stands for, where it is more than its text.
  package func appendJSON(
    of bytes: UnsafeRawBufferPointer, header: [String], to json: inout [UInt8],
    value: (_ cell: Int, _ text: String) -> [UInt8]? = { _, _ in nil }
  ) {
    json.append(UInt8(ascii: "{"))
    for cell in cells.indices {
      if cell > 0 { json.append(UInt8(ascii: ",")) }
      let name = cell < header.count ? header[cell] : DelimitedHeader.name(ofColumn: cell)
      JSONText.appendString(name.utf8, to: &json)
      json.append(UInt8(ascii: ":"))
      let text = text(of: cell, in: bytes)
      if let value = value(cell, text) {
        json += value
      } else {
        JSONText.appendString(text.utf8, to: &json)
      }
    }
    json.append(UInt8(ascii: "}"))
  }
}
