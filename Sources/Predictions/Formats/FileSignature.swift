/// What the first bytes of a file say it is, when it is not UTF-8 text.
enum FileSignature: Equatable {
  case compressed(Compression)
  case encoding(TextEncoding)
  case binary(String)

  private static let magic: [(bytes: [UInt8], signature: FileSignature)] = [
    ([0x1F, 0x8B], .compressed(.gzip)),
    ([0x28, 0xB5, 0x2F, 0xFD], .compressed(.zstd)),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .compressed(.xz)),
    ([0x50, 0x4B, 0x03, 0x04], .compressed(.zip)),
    ([0x50, 0x4B, 0x05, 0x06], .compressed(.zip)),
    // The marks of UTF-32 come first: that of UTF-16LE is the beginning of one of them.
    ([0xFF, 0xFE, 0x00, 0x00], .encoding(.utf32LittleEndian)),
    ([0x00, 0x00, 0xFE, 0xFF], .encoding(.utf32BigEndian)),
    ([0xFF, 0xFE], .encoding(.utf16LittleEndian)),
    ([0xFE, 0xFF], .encoding(.utf16BigEndian)),
    (Array("PAR1".utf8), .binary("a Parquet file")),
    (Array("ARROW1".utf8), .binary("an Arrow file")),
    (Array("SQLite format 3".utf8), .binary("a SQLite database")),
    (Array("%PDF-".utf8), .binary("a PDF document")),
    ([0x89, 0x48, 0x44, 0x46], .binary("an HDF5 file")),
    ([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59], .binary("a NumPy array")),
  ]

  /// Looks at the first bytes of a file, of which four are enough for an encoding without a mark.
  init?(_ start: some RandomAccessCollection<UInt8>) {
    if let known = Self.magic.first(where: { start.starts(with: $0.bytes) }) {
      self = known.signature
      return
    }
    // The byte behind these letters is the level.
    if start.starts(with: Array("BZh".utf8)), start.dropFirst(4).starts(with: Array("1AY&SY".utf8))
    {
      self = .compressed(.bzip2)
      return
    }
    guard let encoding = Self.encodingWithoutMark(Array(start.prefix(4))) else { return nil }
    self = .encoding(encoding)
  }

  /// A file of predictions begins with ASCII, so the zero bytes around it give the width away.
  private static func encodingWithoutMark(_ start: [UInt8]) -> TextEncoding? {
    switch start.map({ $0 == 0 }) {
    case [false, true, true, true]: .utf32LittleEndian
    case [true, true, true, false]: .utf32BigEndian
    case [false, true, false, true], [false, true]: .utf16LittleEndian
    case [true, false, true, false], [true, false]: .utf16BigEndian
    default: nil
    }
  }
}
