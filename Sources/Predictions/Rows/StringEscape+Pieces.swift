extension StringEscape {
  /// About as many bytes are decoded at a time.
  static let pieceLength = 64 << 10

  /// Appends the text that `raw` writes, a piece at a time, so that a text of any length takes no
  /// more room than its sink.
  ///
  /// The pieces, one behind the other, are the text as decoding it in one go would give it.
  ///
  /// - Parameter isSound: what `raw` holds is known to be UTF-8; else what is not becomes U+FFFD,
  ///   one per maximal subpart.
  static func append(
    _ raw: UnsafeRawBufferPointer, hasEscapes: Bool, isSound: Bool, to text: inout some TextSink,
    pieceLength: Int = pieceLength
  ) {
    var piece: [UInt8] = []
    piece.reserveCapacity(min(raw.count, pieceLength))
    var at = 0
    while at < raw.count, !text.isFull {
      piece.removeAll(keepingCapacity: true)
      at = decode(raw, hasEscapes: hasEscapes, from: at, upTo: pieceLength, into: &piece)
      if isSound {
        piece.withUnsafeBytes { text.append(bytes: $0) }
      } else {
        text.append(text: String(decoding: piece, as: UTF8.self))
      }
    }
  }

  /// Fills `piece` from what lies at `start` on, and returns where the next one begins.
  private static func decode(
    _ raw: UnsafeRawBufferPointer, hasEscapes: Bool, from start: Int, upTo pieceLength: Int,
    into piece: inout [UInt8]
  ) -> Int {
    var at = start
    while at < raw.count, piece.count < pieceLength {
      let limit = cut(raw, near: at + pieceLength - piece.count)
      let end = hasEscapes ? firstBackslash(in: raw, at..<limit) : limit
      piece.append(contentsOf: raw[at..<end])
      at = end
      if end < limit { at += decode(raw, at: end, into: &piece) }
    }
    return at
  }

  private static func firstBackslash(in raw: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    let part = UnsafeRawBufferPointer(rebasing: raw[range])
    return ByteSearch.firstIndex(of: UInt8(ascii: "\\"), in: part, from: 0)
      .map { range.lowerBound + $0 } ?? range.upperBound
  }

  /// A place at or soon behind `place` where no character goes on.
  ///
  /// Three bytes that continue a character end any that is one, so it is never further.
  private static func cut(_ raw: UnsafeRawBufferPointer, near place: Int) -> Int {
    guard place < raw.count else { return raw.count }
    let end = min(place + 3, raw.count)
    return (place..<end).first { raw[$0] & 0xC0 != 0x80 } ?? end
  }
}
