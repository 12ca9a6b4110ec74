extension JSONWalk {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Goes from an opening quote to behind the closing one; false where there is none.
  ///
  /// Everything that is wrong in between is a soft fault.
  @inline(__always)
  mutating func skipString(_ hasEscapes: inout Bool) -> Bool {
    at += 1
    while true {
      skipPlain()
      guard at < end else { return false }
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return true
      case UInt8(ascii: "\\"):
        hasEscapes = true
        skipEscape()
      case 0x80...:
        skipMultibyte()
      default:
        noteSoftFault(.controlInString)
        at += 1
      }
    }
  }

  /// Passes printable ASCII, eight bytes at a time, up to a byte that means something.
  @inline(__always)
  private mutating func skipPlain() {
    while at + 8 <= end {
      let raw = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let special = Self.special(in: UInt64(littleEndian: raw))
      guard special == 0 else {
        at += special.trailingZeroBitCount >> 3
        return
      }
      at += 8
    }
    while at < end {
      let byte = bytes[at]
      guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\")
      else { return }
      at += 1
    }
  }

  /// The high bit of every byte that is a quote, a backslash, a control or not ASCII.
  ///
  /// A subtraction borrows from the byte above, so only the lowest bit found is to be trusted.
  @inline(__always)
  private static func special(in word: UInt64) -> UInt64 {
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let found =
      ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
      | ((word &- ones &* 0x20) & ~word) | word
    return found & highs
  }

  private mutating func skipEscape() {
    guard at + 1 < end else {
      at += 1
      return
    }
    switch bytes[at + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 2
    case UInt8(ascii: "u") where hasFourHexadecimalDigits(from: at + 2):
      at += 6
    default:
      noteSoftFault(.badEscape)
      at += 1
    }
  }

  private func hasFourHexadecimalDigits(from start: Int) -> Bool {
    guard start + 4 <= end else { return false }
    return (start..<start + 4).allSatisfy { Hexadecimal.value(of: bytes[$0]) != nil }
  }

  private mutating func skipMultibyte() {
    while at < end, bytes[at] >= 0x80 {
      let length = UTF8Sequence.length(at: at, in: bytes)
      if length == 0 { noteSoftFault(.badUTF8) }
      at += max(1, length)
    }
  }

  private mutating func noteSoftFault(_ reason: RowDamage.Reason) {
    if softFault == nil { softFault = RowFault(reason: reason, offset: at) }
  }
}
