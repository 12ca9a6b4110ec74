import CVectors

/// Passes printable ASCII without quotes and backslashes, which is what most of a row consists of.
enum PlainText {
  /// The first place from `start` on, up to `end`, of a quote, a backslash, a control or a byte
  /// beyond ASCII; `end` where there is none.
  @inline(__always)
  static func end(in base: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    var at = start
    while at &+ 16 <= end {
      let marks = vector_special_bits(base + at)
      guard marks == 0 else { return at &+ marks.trailingZeroBitCount }
      at &+= 16
      // Long texts are passed by twice as much at a time.
      while at &+ 32 <= end, vector_special_in_32(base + at) == 0 { at &+= 32 }
    }
    while at < end, isPlain(base.load(fromByteOffset: at, as: UInt8.self)) { at &+= 1 }
    return at
  }

  /// The same for a text that is mostly shorter than sixteen bytes, as many of which can be read behind
  /// `start` and behind `end`; a text that goes on behind `end` may end there as well.
  @inline(__always)
  static func endOfShort(in base: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    let marks = vector_special_bits(base + start)
    guard marks == 0 else { return start &+ marks.trailingZeroBitCount }
    return self.end(in: base, from: start &+ 16, to: end)
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
