/// Cuts a row of a table without quotes into its cells, eight bytes at a time.
enum PlainCells {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Gives each cell's span; false where there are more or fewer than `columns`, where a quote could
  /// mean something, and where the text is not UTF-8.
  @inline(__always)
  static func split(
    _ row: UnsafeRawBufferPointer, _ layout: DelimitedLayout, columns: Int,
    _ body: (_ column: Int, _ start: Int, _ end: Int) -> Void
  ) -> Bool {
    let delimiters = ones &* UInt64(layout.delimiter)
    let quotes = ones &* UInt64(UInt8(ascii: "\""))
    var (at, start, column) = (0, 0, 0)
    var seen: UInt64 = 0
    while at &+ 8 <= row.count {
      let word = UInt64(littleEndian: row.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      seen |= word
      if layout.hasQuotes, zeros(word ^ quotes) != 0 { return false }
      var found = zeros(word ^ delimiters)
      while found != 0 {
        guard column < columns else { return false }
        let end = at &+ (found.trailingZeroBitCount &>> 3)
        body(column, start, end)
        (start, column) = (end &+ 1, column &+ 1)
        found &= found &- 1
      }
      at &+= 8
    }
    while at < row.count {
      let byte = row[at]
      seen |= UInt64(byte)
      if layout.hasQuotes, byte == UInt8(ascii: "\"") { return false }
      if byte == layout.delimiter {
        guard column < columns else { return false }
        body(column, start, at)
        (start, column) = (at &+ 1, column &+ 1)
      }
      at &+= 1
    }
    guard column &+ 1 == columns else { return false }
    body(column, start, row.count)
    return seen & highs == 0 || UTF8Sequence.firstInvalid(in: row) == nil
  }

  /// The high bit of every byte that is zero, and of no other.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & lows) &+ lows) | word | lows)
  }
}
