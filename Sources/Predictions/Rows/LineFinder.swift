/// Finds the rows of JSON Lines: what lies between line feeds, blank lines left out.
///
/// Only U+000A ends a row. A carriage return before it is left out; vertical tabs, form feeds and
/// U+2028 are ordinary bytes.
struct LineFinder: RowFinder {
  private(set) var line: Int

  init(line: Int = 1) {
    self.line = line
  }

  mutating func findRows(
    in bytes: UnsafeRawBufferPointer, at offset: Int, isLast: Bool, rows: inout [RowPosition]
  ) -> Int {
    var at = 0
    while at < bytes.count {
      let found = ByteSearch.firstIndex(of: 0x0A, in: bytes, from: at)
      guard found != nil || isLast else { break }
      let stop = found ?? bytes.count
      if let first = ByteSearch.firstVisible(in: bytes, from: at), first < stop {
        let length = stop - at - (bytes[stop - 1] == 0x0D ? 1 : 0)
        rows.append(RowPosition(offset: offset + at, length: length, line: line))
      }
      if found != nil { line += 1 }
      at = min(stop + 1, bytes.count)
    }
    return at
  }

  mutating func passLongRow(at offset: Int, length: Int) -> RowPosition {
    defer { line += 1 }
    return RowPosition(offset: offset, length: length, line: line)
  }
}
