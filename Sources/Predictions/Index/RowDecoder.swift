/// Turns the bytes of a row, of whatever format, into a tape: cells become an object of texts.
struct RowDecoder: Sendable {
  /// What is sure of a row's tape.
  enum Layout {
    /// It describes the row's own bytes.
    case json
    /// It has one node for each column, at the same place in every row.
    case columns
    /// Nothing.
    case other
  }

  private let header: [String]?
  /// Columns whose cells are lists or objects.
  private let valueColumns: Set<Int>
  private var scanner = JSONScanner()
  private var cellScanner = CellScanner()
  private var delimited: DelimitedScanner?
  private var cells = DelimitedCells()
  private var json: [UInt8] = []
  private var room: StableBytes
  private var table: TableTape?

  /// - Parameter pagedPlace: where what a very long row is rewritten to may lie.
  init(_ format: RowFormat, valueColumns: Set<Int> = [], pagedPlace: PagedRoom.Place? = nil) {
    header = format.header
    room = StableBytes(in: pagedPlace)
    self.valueColumns = valueColumns
    if case .table(let layout, let header, _, _) = format {
      delimited = DelimitedScanner(layout: layout, columns: header.count)
      if valueColumns.isEmpty {
        table = TableTape(header: header, layout: layout, pagedPlace: pagedPlace)
      }
    }
  }

  /// Fills `tape` for looking at parts of the row; returns the bytes that it describes, which need
  /// not be JSON, and what is wrong. For sound rows of tables this is quicker than ``decode(_:into:)``.
  mutating func read(
    _ row: UnsafeRawBufferPointer, into tape: inout JSONTape
  ) -> (bytes: UnsafeRawBufferPointer, layout: Layout, fault: RowFault?) {
    if let bytes = table?.readPlain(row, into: &tape) { return (bytes, .columns, nil) }
    if table != nil, delimited?.scan(row, into: &cells) == nil,
      let bytes = table?.read(row, cells, into: &tape)
    {
      return (bytes, .columns, nil)
    }
    let (json, fault) = decode(row, into: &tape)
    return (json, header == nil ? .json : .other, fault)
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
    if !isKnownUniquelyReferenced(&room) { room = room.another }
    let bytes = room.hold(json)
    _ = scanner.scan(bytes, into: &tape)
    return (bytes, fault)
  }
}
