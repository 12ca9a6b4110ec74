/// The first line of a file on which something stands, where it lies whole in what was read.
struct FirstLine {
  /// The place of its first byte that is no white space.
  let start: Int
  private let line: ArraySlice<UInt8>
  /// Something stands on a line behind it; false also where that was not read.
  let isFollowed: Bool

  /// Looks at a file's beginning; nothing where the line may go on behind it.
  init?(_ text: [UInt8]) {
    let found = text.withUnsafeBytes { bytes -> (Int, Int, Bool)? in
      guard let start = ByteSearch.firstVisible(in: bytes, from: 0),
        let end = ByteSearch.firstIndex(of: 0x0A, in: bytes, from: start)
      else { return nil }
      return (start, end, ByteSearch.firstVisible(in: bytes, from: end) != nil)
    }
    guard let found else { return nil }
    (start, isFollowed) = (found.0, found.2)
    line = JSONOpening.trimmed(text[found.0..<found.1])
  }

  var opening: UInt8? { line.first }

  /// More stands on it than the brace of an object that is spread over lines.
  var isMoreThanABrace: Bool { line.count > 1 }

  /// A value stands on it alone; linear in the line.
  var isValue: Bool { JSONOpening.isValue(line) }
}
