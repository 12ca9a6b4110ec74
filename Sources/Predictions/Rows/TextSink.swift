/// What decoded text is given to, piece by piece: room for it, a digest of it, or its beginning.
protocol TextSink {
  /// Nothing more is taken; whoever gives may stop.
  var isFull: Bool { get }

  mutating func append(_ byte: UInt8)

  /// Takes UTF-8 that ends with a whole character.
  mutating func append(bytes: UnsafeRawBufferPointer)
}

extension [UInt8]: TextSink {
  var isFull: Bool { false }

  mutating func append(bytes: UnsafeRawBufferPointer) { append(contentsOf: bytes) }
}

extension TextSink {
  mutating func append(text: some StringProtocol) {
    var text = String(text)
    text.withUTF8 { append(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// The first bytes of a text.
struct TextBeginning: TextSink {
  private let limit: Int
  private var bytes: [UInt8] = []
  /// The text goes on behind what was kept.
  private(set) var isCut = false

  init(upTo limit: Int) { self.limit = limit }

  var isFull: Bool { isCut }

  mutating func append(_ byte: UInt8) {
    if bytes.count < limit { bytes.append(byte) } else { isCut = true }
  }

  mutating func append(bytes piece: UnsafeRawBufferPointer) {
    let fitting = piece.prefix(limit - bytes.count)
    bytes.append(contentsOf: fitting)
    if fitting.count < piece.count { isCut = true }
  }

  /// What was kept, without a part of a character at its end.
  var text: String {
    guard isCut else { return String(decoding: bytes, as: UTF8.self) }
    var end = bytes.count
    while end > 0, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
    // A character that is whole ends where the next would begin.
    let isWhole = end == 0 || UTF8.width(bytes[end - 1]) == bytes.count - end + 1
    return String(decoding: bytes[..<(isWhole ? bytes.count : end - 1)], as: UTF8.self)
  }
}

extension UTF8 {
  /// How many bytes a character takes that begins with `byte`.
  fileprivate static func width(_ byte: UInt8) -> Int {
    max(1, (~byte).leadingZeroBitCount)
  }
}
