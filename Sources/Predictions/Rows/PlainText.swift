/// Passes printable ASCII without quotes and backslashes, which is what most of a row consists of.
enum PlainText {
  private typealias Bytes = ByteMarks.Bytes

  /// The first place from `start` on, up to `end`, of a quote, a backslash, a control or a byte
  /// beyond ASCII; `end` where there is none.
  @inline(__always)
  static func end(in base: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    var at = start
    while at &+ 16 <= end {
      let marks = ByteMarks(special(base, at))
      guard marks.areNone else { return at &+ marks.first }
      at &+= 16
      // Long texts are passed by twice as much at a time.
      while at &+ 32 <= end, ByteMarks(special(base, at) | special(base, at &+ 16)).areNone {
        at &+= 32
      }
    }
    while at < end, isPlain(base.load(fromByteOffset: at, as: UInt8.self)) { at &+= 1 }
    return at
  }

  /// The same for a text that is mostly shorter than sixteen bytes, as many of which can be read behind
  /// `start` and behind `end`; a text that goes on behind `end` may end there as well.
  @inline(__always)
  static func endOfShort(in base: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    let marks = ByteMarks(special(base, start))
    guard marks.areNone else { return start &+ marks.first }
    return self.end(in: base, from: start &+ 16, to: end)
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// The high bit of every byte that is a quote, a backslash, a control or not ASCII.
  ///
  /// Additions, which become one instruction for all sixteen bytes; comparisons of vectors become
  /// loops over their elements. Of ASCII, only 0 gets its high bit by taking 1 away, and only
  /// controls by taking 0x20 away. Beyond ASCII, only 0x80 loses it by taking 1 away, and no byte
  /// is made 0x80 both by the quote and by the backslash.
  @inline(__always)
  private static func special(_ base: UnsafeRawPointer, _ at: Int) -> Bytes {
    let bytes = base.loadUnaligned(fromByteOffset: at, as: Bytes.self)
    let quotes = (bytes ^ UInt8(ascii: "\"")) &- 1
    let slashes = (bytes ^ UInt8(ascii: "\\")) &- 1
    return (quotes | slashes | (bytes &- 0x20)) & 0x80
  }
}
