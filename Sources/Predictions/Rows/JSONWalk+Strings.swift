extension JSONWalk {
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

  private mutating func skipPlain() {
    guard let base = bytes.baseAddress else { return }
    at = PlainText.end(in: base, from: at, to: end)
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
