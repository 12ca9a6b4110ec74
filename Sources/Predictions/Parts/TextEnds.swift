/// A text of which the beginning and the end are kept, and what lies between is counted.
struct TextEnds: TextSink {
  /// Twice as long a text is kept whole.
  private let limit: Int
  private var beginning: [UInt8] = []
  /// The last bytes behind the beginning, and up to as many before them.
  private var end: [UInt8] = []
  /// The bytes of the whole text.
  private(set) var count = 0
  private var firstLetter: Int?
  private var lastLetter = 0

  init(upTo limit: Int) { self.limit = limit }

  var isFull: Bool { false }

  mutating func append(_ byte: UInt8) {
    withUnsafeBytes(of: byte) { append(bytes: $0) }
  }

  mutating func append(bytes piece: UnsafeRawBufferPointer) {
    look(at: piece)
    count += piece.count
    let fitting = piece.prefix(limit - beginning.count)
    beginning.append(contentsOf: fitting)
    end.append(contentsOf: piece[fitting.endIndex...].suffix(limit))
    // Now and then, so that it takes no more time than the text is long.
    if end.count >= 2 * limit { end.removeFirst(end.count - limit) }
  }

  private mutating func look(at piece: UnsafeRawBufferPointer) {
    guard let first = piece.firstIndex(where: Self.isNoBlank),
      let last = piece.lastIndex(where: Self.isNoBlank)
    else { return }
    if firstLetter == nil { firstLetter = count + first }
    lastLetter = count + last
  }

  private static func isNoBlank(_ byte: UInt8) -> Bool { byte > 0x20 }

  /// The text, or its beginning and its end.
  var text: [UInt8] {
    beginning + (count > 2 * limit ? end.suffix(limit) : end[...])
  }

  /// How long the text is without what is blank at its ends, or controls.
  var trimmedCount: Int { firstLetter.map { lastLetter - $0 + 1 } ?? 0 }
}
