/// The well-formed sequences of UTF-8, as the Unicode standard's table 3-7 lists them.
enum UTF8Sequence {
  /// The place of the first byte that belongs to no valid character.
  static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int? {
    let count = bytes.count
    var at = 0
    while at < count {
      while at + 8 <= count {
        let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        guard word & 0x8080_8080_8080_8080 == 0 else { break }
        at += 8
      }
      guard at < count else { break }
      let length = bytes[at] < 0x80 ? 1 : length(at: at, in: bytes)
      guard length > 0 else { return at }
      at += length
    }
    return nil
  }

  /// Bytes of the multi-byte sequence that begins at `at`, or 0 where there is no valid one.
  @inline(__always)
  static func length(at: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    let end = bytes.count
    let lead = bytes[at]
    switch lead {
    case 0xC2...0xDF:
      return at + 1 < end && isContinuation(bytes[at + 1]) ? 2 : 0
    case 0xE0...0xEF:
      guard at + 2 < end, isContinuation(bytes[at + 2]) else { return 0 }
      return isSecond(bytes[at + 1], after: lead) ? 3 : 0
    case 0xF0...0xF4:
      guard at + 3 < end, isContinuation(bytes[at + 2]), isContinuation(bytes[at + 3]) else {
        return 0
      }
      return isSecond(bytes[at + 1], after: lead) ? 4 : 0
    default: return 0
    }
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// The second byte excludes overlong forms, surrogates and what lies beyond U+10FFFF.
  @inline(__always)
  private static func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: byte >= 0xA0 && byte <= 0xBF
    case 0xED: byte >= 0x80 && byte <= 0x9F
    case 0xF0: byte >= 0x90 && byte <= 0xBF
    case 0xF4: byte >= 0x80 && byte <= 0x8F
    default: isContinuation(byte)
    }
  }
}

/// Digits of `\u` escapes.
enum Hexadecimal {
  /// What a hexadecimal digit stands for.
  @inline(__always)
  static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
