/// Turns the bytes of a row, of whatever format, into a tape: cells become an object of texts.
struct RowDecoder: Sendable {
  private let header: [String]?
  /// Columns whose cells are lists or objects.
  private let valueColumns: Set<Int>
  private var scanner = JSONScanner()
  private var cellScanner = CellScanner()
  private var tape = JSONTape()
  private var delimited: DelimitedScanner?
  private var cells = DelimitedCells()
  private var json: [UInt8] = []

  init(_ format: RowFormat, valueColumns: Set<Int> = []) {
    header = format.header
    self.valueColumns = valueColumns
    if case .table(let layout, let header, _, _) = format {
      delimited = DelimitedScanner(layout: layout, columns: header.count)
    }
  }

  /// Calls `body` with the row's tape, the JSON it describes, and what is wrong with the row.
  ///
  /// The fault's offset counts in the file's bytes also where those are cells.
  mutating func decode<Result>(
    _ row: UnsafeRawBufferPointer,
    _ body: (JSONTape, UnsafeRawBufferPointer, RowFault?) -> Result
  ) -> Result {
    guard let header, delimited != nil else {
      let fault = scanner.scan(row, into: &tape)
      return body(tape, row, fault)
    }
    let fault = delimited?.scan(row, into: &cells)
    json.removeAll(keepingCapacity: true)
    cells.appendJSON(of: row, header: header, to: &json) { cell, text in
      guard valueColumns.contains(cell) else { return nil }
      return CellValue.json(of: text.utf8, scanner: &cellScanner)
    }
    return json.withUnsafeBytes { bytes in
      _ = scanner.scan(bytes, into: &tape)
      return body(tape, bytes, fault)
    }
  }
}
