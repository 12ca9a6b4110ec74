/// What ends the rows of a table.
enum TableLineBreak {
  /// The byte by which rows end, judged by the table's beginning.
  ///
  /// It is the line feed, with or without a carriage return before it, and the carriage return where
  /// no line feed stands outside of quotes, as old spreadsheets write tables. Linear in `text` where
  /// a carriage return stands alone, otherwise in the first line.
  static func find(in text: [UInt8], hasQuotes: Bool) -> UInt8 {
    guard let first = text.firstIndex(of: 0x0D) else { return 0x0A }
    if first + 1 < text.count, text[first + 1] == 0x0A { return 0x0A }
    var isQuoted = false
    var hasReturn = false
    for byte in text {
      if hasQuotes, byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 0x0A { return 0x0A }
      if byte == 0x0D { hasReturn = true }
    }
    return hasReturn ? 0x0D : 0x0A
  }
}
