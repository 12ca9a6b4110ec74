import CVectors

/// Where the parts of sound JSON end; nothing where they are not sound. See ``JSONQuickWalk``.
enum JSONSpan {
  typealias Node = JSONTape.Node

  /// Behind the space at `start`, if there is any.
  @inline(__always)
  static func space(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, byte(base, at) <= 0x20, ByteSearch.isSpace(byte(base, at)) { at &+= 1 }
    return at
  }

  /// A key and the place of its value, behind the colon.
  @inline(__always)
  static func key(
    _ base: UnsafeRawPointer, _ start: Int, _ end: Int, _ index: Int
  ) -> (Node, behind: Int)? {
    guard byte(base, start) == UInt8(ascii: "\""),
      let (node, behind) = string(base, start, end, index)
    else { return nil }
    let colon = space(base, behind, end)
    guard colon < end, byte(base, colon) == UInt8(ascii: ":") else { return nil }
    let value = space(base, colon &+ 1, end)
    return value < end ? (node, value) : nil
  }

  /// A string, number or word.
  @inline(__always)
  static func scalar(
    _ base: UnsafeRawPointer, _ start: Int, _ end: Int, _ index: Int
  ) -> (Node, behind: Int)? {
    switch byte(base, start) {
    case UInt8(ascii: "\""): return string(base, start, end, index)
    case UInt8(ascii: "t"): return word(.true, "true", base, start, end, index)
    case UInt8(ascii: "f"): return word(.false, "false", base, start, end, index)
    case UInt8(ascii: "n"): return word(.null, "null", base, start, end, index)
    default:
      guard let stop = number(base, start, end) else { return nil }
      return (Node(kind: .number, start: start, end: stop, link: index &+ 1), stop)
    }
  }

  @inline(__always)
  private static func string(
    _ base: UnsafeRawPointer, _ start: Int, _ end: Int, _ index: Int
  ) -> (Node, behind: Int)? {
    var at = PlainText.end(in: base, from: start &+ 1, to: end)
    var hasEscapes = false
    while true {
      guard at < end else { return nil }
      let next = byte(base, at)
      if next == UInt8(ascii: "\"") { break }
      let length = next == UInt8(ascii: "\\") ? escape(base, at, end) : letter(base, at, end)
      guard length > 0 else { return nil }
      hasEscapes = hasEscapes || next == UInt8(ascii: "\\")
      at = PlainText.end(in: base, from: at &+ length, to: end)
    }
    let node = Node(
      kind: .string, start: start &+ 1, end: at, link: index &+ 1, hasEscapes: hasEscapes)
    return (node, at &+ 1)
  }

  /// How long the escape at `at` is; 0 where it is none.
  @inline(never)
  private static func escape(_ base: UnsafeRawPointer, _ at: Int, _ end: Int) -> Int {
    guard at &+ 1 < end else { return 0 }
    switch byte(base, at &+ 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"):
      guard at &+ 6 <= end else { return 0 }
      for place in at &+ 2..<at &+ 6
      where Hexadecimal.value(of: byte(base, place)) == nil { return 0 }
      return 6
    default: return 0
    }
  }

  /// How long the character beyond ASCII at `at` is; 0 where it is none.
  @inline(never)
  private static func letter(_ base: UnsafeRawPointer, _ at: Int, _ end: Int) -> Int {
    UTF8Sequence.length(at: at, in: UnsafeRawBufferPointer(start: base, count: end))
  }

  @inline(__always)
  private static func word(
    _ kind: JSONTape.Kind, _ letters: StaticString, _ base: UnsafeRawPointer, _ start: Int,
    _ end: Int, _ index: Int
  ) -> (Node, behind: Int)? {
    let stop = start &+ letters.utf8CodeUnitCount
    guard stop <= end else { return nil }
    for place in 0..<letters.utf8CodeUnitCount
    where byte(base, start &+ place) != letters.utf8Start[place] { return nil }
    return (Node(kind: kind, start: start, end: stop, link: index &+ 1), stop)
  }

  /// Behind a number. What follows must be punctuation, or it is found to be wrong there.
  @inline(__always)
  static func number(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> Int? {
    start &+ 16 <= end
      ? shortNumber(base, start) ?? anyNumber(base, start, end) : anyNumber(base, start, end)
  }

  /// The same for fewer than sixteen digits and perhaps a point, all looked at together, of which sixteen
  /// bytes can be read; nothing where it takes ``anyNumber(_:_:_:)`` to tell.
  @inline(__always)
  static func shortNumber(_ base: UnsafeRawPointer, _ start: Int) -> Int? {
    let others = vector_no_digit_bits(base + start)
    var stop = others.trailingZeroBitCount
    guard others != 0, stop > 0, stop == 1 || byte(base, start) != UInt8(ascii: "0") else {
      return nil
    }
    if byte(base, start &+ stop) == UInt8(ascii: ".") {
      let point = stop
      let behind = others & (others &- 1)
      stop = behind.trailingZeroBitCount
      guard behind != 0, stop > point &+ 1 else { return nil }
    }
    return byte(base, start &+ stop) | 0x20 == UInt8(ascii: "e") ? nil : start &+ stop
  }

  @inline(never)
  static func anyNumber(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> Int? {
    var at = start
    if byte(base, at) == UInt8(ascii: "-") { at &+= 1 }
    guard at < end else { return nil }
    if byte(base, at) == UInt8(ascii: "0") {
      at &+= 1
    } else {
      guard digits(base, &at, end) else { return nil }
    }
    if at < end, byte(base, at) == UInt8(ascii: ".") {
      at &+= 1
      guard digits(base, &at, end) else { return nil }
    }
    if at < end, byte(base, at) | 0x20 == UInt8(ascii: "e") {
      at &+= 1
      if at < end, byte(base, at) == UInt8(ascii: "+") || byte(base, at) == UInt8(ascii: "-") {
        at &+= 1
      }
      guard digits(base, &at, end) else { return nil }
    }
    return at
  }

  @inline(__always)
  private static func digits(_ base: UnsafeRawPointer, _ at: inout Int, _ end: Int) -> Bool {
    let start = at
    while at < end, byte(base, at) &- UInt8(ascii: "0") < 10 { at &+= 1 }
    return at > start
  }

  @inline(__always)
  private static func byte(_ base: UnsafeRawPointer, _ at: Int) -> UInt8 {
    base.load(fromByteOffset: at, as: UInt8.self)
  }
}
