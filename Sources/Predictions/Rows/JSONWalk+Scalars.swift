extension JSONWalk {
  @inline(__always)
  mutating func skipSpace() {
    while at < end {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  /// The place behind `word`, when it stands here whole.
  @inline(__always)
  func skip(_ word: StaticString) -> Int? {
    let stop = at + word.utf8CodeUnitCount
    guard stop <= end else { return nil }
    for index in 0..<word.utf8CodeUnitCount where bytes[at + index] != word.utf8Start[index] {
      return nil
    }
    return stop < end && isPartOfWord(bytes[stop]) ? nil : stop
  }

  /// The place behind the number that begins here, when it is one.
  @inline(__always)
  mutating func skipNumber() -> Int? {
    let start = at
    if bytes[at] == UInt8(ascii: "-") {
      at += 1
      if at < end, bytes[at] == UInt8(ascii: "I") {
        let stop = skip("Infinity")
        if stop != nil { at = start }
        return stop
      }
    }
    guard skipInteger() else { return nil }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      guard skipDigits() else { return nil }
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      guard skipDigits() else { return nil }
    }
    guard at == end || !isPartOfWord(bytes[at]) else { return nil }
    let stop = at
    at = start
    return stop
  }

  /// Digits without a leading zero.
  @inline(__always)
  private mutating func skipInteger() -> Bool {
    guard at < end, bytes[at] == UInt8(ascii: "0") else { return skipDigits() }
    at += 1
    return true
  }

  @inline(__always)
  private mutating func skipDigits() -> Bool {
    let start = at
    while at < end, bytes[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    return at > start
  }

  /// A letter, digit or sign that cannot follow a number or a word.
  @inline(__always)
  private func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
