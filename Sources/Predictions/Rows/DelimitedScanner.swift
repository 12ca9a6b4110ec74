/// Reads one row of a table by RFC 4180: quotes around cells, doubled inside, line breaks within.
///
/// A quote in the middle of a cell that did not begin with one is text, and where the layout has no
/// quotes all of them are. Trouble is reported and the cells are there all the same: behind a
/// closing quote, or without one, the rest of the row belongs to the cell. Linear in the row.
package struct DelimitedScanner: Sendable {
  package let layout: DelimitedLayout
  /// How many cells a row must have, where that is known.
  package let columns: Int?

  package init(layout: DelimitedLayout, columns: Int? = nil) {
    self.layout = layout
    self.columns = columns
  }

  /// Fills `cells` with the row's cells and says what is wrong with the row, if anything is.
  package mutating func scan(
    _ row: UnsafeRawBufferPointer, into cells: inout DelimitedCells
  ) -> RowFault? {
    cells.cells.removeAll(keepingCapacity: true)
    guard row.count <= JSONTape.maximumRowLength else {
      return RowFault(reason: .tooLong, offset: JSONTape.maximumRowLength)
    }
    var at = 0
    while at <= row.count {
      if layout.hasQuotes, at < row.count, row[at] == UInt8(ascii: "\"") {
        if let fault = quotedCell(row, &at, &cells) { return fault }
      } else {
        let stop = ByteSearch.firstIndex(of: layout.delimiter, in: row, from: at) ?? row.count
        cells.cells.append(.init(start: at, end: stop, hasDoubledQuotes: false))
        at = stop + 1
      }
    }
    return countFault(row, cells) ?? Self.textFault(row)
  }

  /// Reads the cell whose opening quote is at `at` and goes on to the next cell.
  private func quotedCell(
    _ row: UnsafeRawBufferPointer, _ at: inout Int, _ cells: inout DelimitedCells
  ) -> RowFault? {
    let start = at + 1
    var from = start
    var hasDoubledQuotes = false
    while let quote = ByteSearch.firstIndex(of: UInt8(ascii: "\""), in: row, from: from) {
      guard quote + 1 < row.count, row[quote + 1] == UInt8(ascii: "\"") else {
        cells.cells.append(.init(start: start, end: quote, hasDoubledQuotes: hasDoubledQuotes))
        at = quote + 2
        guard quote + 1 < row.count, row[quote + 1] != layout.delimiter else { return nil }
        cells.cells[cells.count - 1] = .init(start: start, end: row.count, hasDoubledQuotes: false)
        return RowFault(reason: .textAfterQuote, offset: quote + 1)
      }
      hasDoubledQuotes = true
      from = quote + 2
    }
    cells.cells.append(.init(start: start, end: row.count, hasDoubledQuotes: hasDoubledQuotes))
    return RowFault(reason: .quoteNotClosed, offset: start - 1)
  }

  private func countFault(_ row: UnsafeRawBufferPointer, _ cells: DelimitedCells) -> RowFault? {
    guard let columns, cells.count != columns else { return nil }
    let reason = RowDamage.Reason.wrongNumberOfCells(found: cells.count, expected: columns)
    return RowFault(reason: reason, offset: row.count)
  }

  private static func textFault(_ row: UnsafeRawBufferPointer) -> RowFault? {
    UTF8Sequence.firstInvalid(in: row).map { RowFault(reason: .badUTF8, offset: $0) }
  }
}
