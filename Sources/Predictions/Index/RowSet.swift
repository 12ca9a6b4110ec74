/// Some rows of an index, a bit each, for asking whether a row is among them.
///
/// It lies in chunks, so that a copy costs little while more rows are added.
package struct RowSet: Hashable, ExpressibleByArrayLiteral, Sendable {
  private static let shift = 16

  private var chunks: [[UInt64]] = []
  package private(set) var count = 0

  package init() {}

  package init(arrayLiteral rows: Int...) {
    for row in rows { insert(row) }
  }

  package var isEmpty: Bool { count == 0 }

  /// Constant time, and for the row that opens a chunk linear in the chunk.
  package mutating func insert(_ row: Int) {
    let chunk = row >> Self.shift
    while chunks.count <= chunk {
      chunks.append(Array(repeating: 0, count: 1 << (Self.shift - 6)))
    }
    let (word, bit) = Self.place(of: row)
    guard chunks[chunk][word] & bit == 0 else { return }
    chunks[chunk][word] |= bit
    count += 1
  }

  /// Constant time.
  package func contains(_ row: Int) -> Bool {
    let chunk = row >> Self.shift
    guard chunk < chunks.count else { return false }
    let (word, bit) = Self.place(of: row)
    return chunks[chunk][word] & bit != 0
  }

  private static func place(of row: Int) -> (word: Int, bit: UInt64) {
    let place = row & ((1 << shift) - 1)
    return (place >> 6, 1 << UInt64(place & 63))
  }
}
