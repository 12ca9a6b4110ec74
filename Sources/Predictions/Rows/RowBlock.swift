/// Where a row lies in its file.
package struct RowPosition: Hashable, Sendable {
  /// The row's first byte in its file.
  package let offset: Int
  /// The row's bytes, without a line break or comma behind it.
  package let length: Int
  /// The line of the row's first byte, from 1.
  package let line: Int

  /// The row is damaged for its length alone, and its bytes are never read.
  package var isTooLong: Bool { length > JSONTape.maximumRowLength }

  package init(offset: Int, length: Int, line: Int) {
    self.offset = offset
    self.length = length
    self.line = line
  }
}

/// Some rows that lie behind each other in a file, with their bytes.
///
/// A block is filled again and again without allocation, and can be handed to another thread while
/// the next one is read.
package struct RowBlock: Sendable {
  /// Where the rows lie, in the order of the file.
  package internal(set) var rows: [RowPosition] = []
  /// The bytes of the file from `start` on.
  var bytes = RowRoom()
  /// How many of `bytes` were read; the rest is room.
  var used = 0
  /// The place of the first byte in the file.
  var start = 0

  /// Behind the last byte that was read.
  var end: Int { start + used }

  package init() {}

  /// Gives every row with its bytes.
  ///
  /// A row that is too long comes with no bytes at all.
  package func forEachRow(_ body: (RowPosition, UnsafeRawBufferPointer) -> Void) {
    forEachRow { position, bytes, _ in body(position, bytes) }
  }

  /// The same with how many bytes of the block lie behind the row, read or not.
  @inline(__always)
  func forEachRow(_ body: (RowPosition, UnsafeRawBufferPointer, _ behind: Int) -> Void) {
    bytes.withUnsafeBytes { bytes in
      for row in rows {
        let span = span(of: row)
        body(row, UnsafeRawBufferPointer(rebasing: bytes[span]), bytes.count &- span.upperBound)
      }
    }
  }

  /// Gives the row at `index` of ``rows`` with its bytes.
  package func withRow<Result>(
    _ index: Int, _ body: (RowPosition, UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let row = rows[index]
    return bytes.withUnsafeBytes {
      body(row, UnsafeRawBufferPointer(rebasing: $0[span(of: row)]))
    }
  }

  @inline(__always)
  private func span(of row: RowPosition) -> Range<Int> {
    let first = row.offset - start
    return first + row.length <= used ? first..<first + row.length : 0..<0
  }
}
