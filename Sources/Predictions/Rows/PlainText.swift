/// Passes printable ASCII without quotes and backslashes, which is what most of a row consists of.
enum PlainText {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first place from `start` on, up to `end`, of a quote, a backslash, a control or a byte
  /// beyond ASCII; `end` where there is none.
  ///
  /// Eight bytes are looked at first, since most strings are short, then sixteen at a time.
  @inline(__always)
  static func end(in base: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    var at = start
    if at &+ 8 <= end {
      let found = special(in: base, at: at)
      guard found == 0 else { return at &+ found.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at &+ 16 <= end {
      let first = special(in: base, at: at)
      let second = special(in: base, at: at &+ 8)
      guard first | second == 0 else {
        return first != 0
          ? at &+ (first.trailingZeroBitCount &>> 3)
          : at &+ 8 &+ (second.trailingZeroBitCount &>> 3)
      }
      at &+= 16
    }
    while at < end, isPlain(base.load(fromByteOffset: at, as: UInt8.self)) { at &+= 1 }
    return at
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// The high bit of every byte that is a quote, a backslash, a control or not ASCII.
  ///
  /// A subtraction borrows from the byte above, so only the lowest bit found is to be trusted.
  @inline(__always)
  private static func special(in base: UnsafeRawPointer, at place: Int) -> UInt64 {
    let word = UInt64(
      littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let found =
      ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
      | ((word &- ones &* 0x20) & ~word) | word
    return found & highs
  }
}
