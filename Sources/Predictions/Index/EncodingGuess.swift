/// Which encoding a file is likely in whose rows are no UTF-8.
///
/// Only likely: single bytes say nothing about what they mean. In western European text a byte
/// beyond ASCII mostly stands alone between letters; where such bytes follow each other the text is
/// in another script, and which one is for its reader to say.
struct EncodingGuess {
  private static let enoughRows = 3
  private static let lookedAt = 200

  private var rows = 0
  private var damaged = 0
  private var alone = 0
  private var together = 0

  /// Counts a row, and the bytes of one that is damaged by bad UTF-8.
  mutating func count(_ row: UnsafeRawBufferPointer, isDamaged: Bool) {
    rows += 1
    guard isDamaged else { return }
    damaged += 1
    guard damaged <= Self.lookedAt else { return }
    var wasHigh = false
    for byte in row {
      let isHigh = byte >= 0x80
      if isHigh, wasHigh { together += 1 } else if isHigh { alone += 1 }
      wasHigh = isHigh
    }
  }

  /// What to tell where a tenth of the first rows or more are no UTF-8.
  func note(path: String) -> String? {
    guard damaged > 0, damaged * 10 >= rows, damaged >= Self.enoughRows || damaged * 2 >= rows
    else { return nil }
    let count = "\(damaged) of the first \(rows) rows are not UTF-8"
    let name = path.split(separator: "/").last.map(String.init) ?? path
    func command(_ encoding: String) -> String {
      "iconv -f \(encoding) -t UTF-8 \(ShellWord.quoted(path)) > "
        + ShellWord.quoted("utf-8-" + name)
    }
    if together * 2 <= alone {
      return "\(count): the file is likely WINDOWS-1252; convert it with \(command("WINDOWS-1252"))"
    }
    return "\(count): convert the file from the encoding it was written in, such as "
      + "WINDOWS-1251, SHIFT_JIS or GB18030, with \(command("ENCODING"))"
  }
}
