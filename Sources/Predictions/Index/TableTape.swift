/// A row of a table as a tape without the detour over JSON.
///
/// The names of the columns, the row and the cells whose quotes were undoubled lie behind each other
/// in one room, so that the tape's keys and values lie in the same bytes, as those of JSON do.
/// Nothing is escaped there, which the nodes say.
struct TableTape: Sendable {
  private typealias Node = JSONTape.Node

  private let names: [UInt8]
  private let keys: [Node]
  private let layout: DelimitedLayout
  private var room: StableBytes

  init(header: [String], layout: DelimitedLayout, pagedPlace: PagedRoom.Place? = nil) {
    self.layout = layout
    room = StableBytes(in: pagedPlace)
    var names: [UInt8] = []
    keys = header.enumerated().map { column, name in
      let start = names.count
      names += Array(name.utf8)
      return Node(kind: .string, start: start, end: names.count, link: 2 * column + 2)
    }
    self.names = names
  }

  /// The bytes that the tape describes; nothing where the row has a quote or something wrong.
  mutating func readPlain(
    _ row: UnsafeRawBufferPointer, into tape: inout JSONTape
  ) -> UnsafeRawBufferPointer? {
    let bytes = place(row, extra: 0)
    let columns = keys.count
    let first = names.count
    let layout = self.layout
    let isPlain = tape.write(object: columns, keys: keys) { values in
      PlainCells.split(row, layout, columns: columns) { column, start, end in
        values[2 * column + 2] = Node(
          kind: .string, start: first &+ start, end: first &+ end, link: 2 * column + 3)
      }
    }
    return isPlain ? UnsafeRawBufferPointer(rebasing: bytes[..<(first + row.count)]) : nil
  }

  /// The same for a row that was cut into cells, of which there are as many as there are columns.
  mutating func read(
    _ row: UnsafeRawBufferPointer, _ cells: DelimitedCells, into tape: inout JSONTape
  ) -> UnsafeRawBufferPointer {
    // Undoubled, cells are shorter than they are in the row.
    let bytes = place(row, extra: row.count)
    let first = names.count
    var end = first + row.count
    _ = tape.write(object: keys.count, keys: keys) { values in
      for (column, cell) in cells.cells.enumerated() {
        var span = (first + cell.start, first + cell.end)
        if cell.hasDoubledQuotes {
          let start = end
          end = Self.appendUndoubled(row, cell, to: bytes, at: end)
          span = (start, end)
        }
        values[2 * column + 2] = Node(
          kind: .string, start: span.0, end: span.1, link: 2 * column + 3)
      }
      return true
    }
    return UnsafeRawBufferPointer(rebasing: bytes[..<end])
  }

  /// Puts the row behind the names.
  private mutating func place(
    _ row: UnsafeRawBufferPointer, extra: Int
  ) -> UnsafeMutableRawBufferPointer {
    if !isKnownUniquelyReferenced(&room) { room = room.another }
    let bytes = room.room(for: names.count + row.count + extra)
    bytes.copyBytes(from: names)
    UnsafeMutableRawBufferPointer(rebasing: bytes[names.count...]).copyMemory(from: row)
    return bytes
  }

  private static func appendUndoubled(
    _ row: UnsafeRawBufferPointer, _ cell: DelimitedCells.Cell,
    to bytes: UnsafeMutableRawBufferPointer, at start: Int
  ) -> Int {
    var end = start
    var isSecond = false
    for byte in row[cell.start..<cell.end] {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      guard !isSecond else { continue }
      bytes[end] = byte
      end += 1
    }
    return end
  }
}
