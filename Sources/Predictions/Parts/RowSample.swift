/// The rows from the start of a file that parts and signal are chosen from.
struct RowSample: Sendable {
  /// The first mebibyte decides.
  static let byteLimit = 1 << 20
  static let rowLimit = 5_000

  /// Kept with their nodes: recognising parts goes through all rows more than once.
  private var rows: [(bytes: [UInt8], tape: JSONTape)] = []
  private(set) var byteCount = 0
  /// Rows looked at and their bytes in the file, damaged ones included.
  private(set) var seen = 0
  private(set) var fileBytes = 0

  init() {}

  /// The sample of rows that are given as text, for files that are shorter than the limits.
  init(_ rows: [String]) {
    var scanner = JSONScanner()
    var tape = JSONTape()
    for row in rows {
      Array(row.utf8).withUnsafeBytes { bytes in
        guard scanner.scan(bytes, into: &tape) == nil, tape.kind == .object else { return }
        append(bytes, tape)
      }
    }
  }

  var count: Int { rows.count }
  var isFull: Bool { fileBytes >= Self.byteLimit || seen >= Self.rowLimit }

  /// Counts a row of the file, before it is known whether it can be used.
  mutating func countRow(of bytes: Int) {
    seen += 1
    fileBytes += bytes
  }

  /// Adds a row that is an object and can be read.
  mutating func append(_ row: UnsafeRawBufferPointer, _ tape: JSONTape) {
    rows.append((Array(row), tape.trimmed))
    byteCount += row.count
  }

  /// Calls `body` with every row.
  func forEach(_ body: (JSONTape, UnsafeRawBufferPointer) -> Void) {
    for row in rows { row.bytes.withUnsafeBytes { body(row.tape, $0) } }
  }
}
