/// Finds the rows of a table, whose quoted cells may hold line breaks.
///
/// A row whose quotes do not add up ends with its first line, so that it hides none of the later
/// ones; its scanner then says what is wrong with it.
struct RecordFinder: RowFinder {
  /// A quoted row that goes on for longer was never closed.
  static let maximumQuotedLength = 64 << 20

  private enum End {
    case at(Int)
    case beyond
    case broken
  }

  let layout: DelimitedLayout
  private(set) var line: Int

  init(layout: DelimitedLayout, line: Int = 1) {
    self.layout = layout
    self.line = line
  }

  mutating func findRows(
    in bytes: UnsafeRawBufferPointer, at offset: Int, isLast: Bool, rows: inout [RowPosition]
  ) -> Int {
    var at = 0
    while at < bytes.count {
      let lineEnd = ByteSearch.firstIndex(of: layout.lineBreak, in: bytes, from: at)
      guard lineEnd != nil || isLast else { break }
      let firstStop = lineEnd ?? bytes.count
      guard let stop = end(from: at, firstStop: firstStop, in: bytes, isLast: isLast) else { break }
      append(at..<stop, in: bytes, at: offset, to: &rows)
      at = min(stop + 1, bytes.count)
    }
    return at
  }

  mutating func passLongRow(at offset: Int, length: Int) -> RowPosition {
    defer { line += 1 }
    return RowPosition(offset: offset, length: length, line: line)
  }

  /// Where the row that begins at `start` ends, or nothing while that is not known.
  private func end(
    from start: Int, firstStop: Int, in bytes: UnsafeRawBufferPointer, isLast: Bool
  ) -> Int? {
    let firstLine = UnsafeRawBufferPointer(rebasing: bytes[start..<firstStop])
    guard layout.hasQuotes,
      ByteSearch.firstIndex(of: UInt8(ascii: "\""), in: firstLine, from: 0) != nil
    else { return firstStop }
    switch quotedEnd(from: start, in: bytes) {
    case .at(let stop): return stop < bytes.count || isLast ? stop : nil
    case .broken: return firstStop
    case .beyond:
      return isLast || bytes.count - start > Self.maximumQuotedLength ? firstStop : nil
    }
  }

  /// Walks from cell to cell to the line break that is outside of quotes.
  private func quotedEnd(from start: Int, in bytes: UnsafeRawBufferPointer) -> End {
    var at = start
    while true {
      if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
        guard let behind = behindQuotes(from: at, in: bytes) else { return .beyond }
        at = behind
        if layout.lineBreak == 0x0A, at < bytes.count, bytes[at] == 0x0D { at += 1 }
        guard at < bytes.count else { return .at(at) }
        if bytes[at] == layout.lineBreak { return .at(at) }
        guard at == behind, bytes[at] == layout.delimiter else { return .broken }
        at += 1
      } else {
        while at < bytes.count, bytes[at] != layout.delimiter, bytes[at] != layout.lineBreak {
          at += 1
        }
        guard at < bytes.count, bytes[at] == layout.delimiter else { return .at(at) }
        at += 1
      }
    }
  }

  /// The place behind the closing quote of the cell whose opening quote is at `start`.
  private func behindQuotes(from start: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    var from = start + 1
    while let quote = ByteSearch.firstIndex(of: UInt8(ascii: "\""), in: bytes, from: from) {
      guard quote + 1 < bytes.count, bytes[quote + 1] == UInt8(ascii: "\"") else {
        return quote + 1
      }
      from = quote + 2
    }
    return nil
  }

  private mutating func append(
    _ span: Range<Int>, in bytes: UnsafeRawBufferPointer, at offset: Int,
    to rows: inout [RowPosition]
  ) {
    let row = UnsafeRawBufferPointer(rebasing: bytes[span])
    let endsInReturn = row.last == 0x0D
    if row.contains(where: { $0 != 0x20 && $0 != 0x0D }) {
      let length = span.count - (endsInReturn ? 1 : 0)
      rows.append(RowPosition(offset: offset + span.lowerBound, length: length, line: line))
    }
    line += 1 + ByteSearch.count(of: layout.lineBreak, in: row)
  }
}
