/// Turns the bytes of a row, of whatever format, into a tape: cells become an object of texts.
struct RowDecoder: Sendable {
  private let header: [String]?
  /// Columns whose cells are lists or objects.
  private let valueColumns: Set<Int>
  private var scanner = JSONScanner()
  private var cellScanner = CellScanner()
  private var delimited: DelimitedScanner?
  private var cells = DelimitedCells()
  private var json: [UInt8] = []
  private var room = StableBytes()

  init(_ format: RowFormat, valueColumns: Set<Int> = []) {
    header = format.header
    self.valueColumns = valueColumns
    if case .table(let layout, let header, _, _) = format {
      delimited = DelimitedScanner(layout: layout, columns: header.count)
    }
  }

  /// Fills `tape` with the row's nodes; returns the JSON that it describes, and what is wrong.
  ///
  /// The JSON is there until the next row is decoded: of JSON it is the row itself. The fault's
  /// offset counts in the file's bytes also where those are cells.
  mutating func decode(
    _ row: UnsafeRawBufferPointer, into tape: inout JSONTape
  ) -> (json: UnsafeRawBufferPointer, fault: RowFault?) {
    guard let header, delimited != nil else { return (row, scanner.scan(row, into: &tape)) }
    let fault = delimited?.scan(row, into: &cells)
    json.removeAll(keepingCapacity: true)
    cells.appendJSON(of: row, header: header, to: &json) { cell, text in
      guard valueColumns.contains(cell) else { return nil }
      return CellValue.json(of: text.utf8, scanner: &cellScanner)
    }
    if !isKnownUniquelyReferenced(&room) { room = StableBytes() }
    let bytes = room.hold(json)
    _ = scanner.scan(bytes, into: &tape)
    return (bytes, fault)
  }
}

/// Bytes that stay where they are until others are held in their place.
///
/// Unchecked, because a decoder takes a room of its own before it writes where a copy shares it, so
/// only the thread that uses the decoder touches the bytes.
private final class StableBytes: @unchecked Sendable {
  private var room = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 16)

  deinit { room.deallocate() }

  func hold(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
    if bytes.count > room.count {
      room.deallocate()
      room = .allocate(byteCount: 2 * bytes.count, alignment: 16)
    }
    room.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(rebasing: room[..<bytes.count])
  }
}
