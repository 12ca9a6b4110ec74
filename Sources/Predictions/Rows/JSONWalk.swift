/// The state machine behind ``JSONScanner``: where it is in the row and what may come next.
///
/// A container that is open keeps the container around it in its node's `link`, so there is no
/// stack besides the tape. The walk stops when the tape is full and goes on where it stopped.
///
/// Every read is behind a comparison with `end`: buffers check their bounds in debug builds alone.
struct JSONWalk {
  private enum Next {
    case value, memberValue, firstElement, firstKey, key, colon, afterValue, nothing
  }

  private static let none = Int(UInt32.max)

  let bytes: UnsafeRawBufferPointer
  var end: Int { bytes.count }
  /// The next byte to look at.
  var at = 0
  private(set) var count = 0
  private var open = Self.none
  private var depth = 0
  private var next = Next.value
  /// The first trouble inside of a string, which the walk survives.
  var softFault: RowFault?
  /// What ended the walk early.
  private(set) var hardFault: RowFault?

  /// The first trouble of the row; half an escape or character where a string was cut is none.
  var fault: RowFault? {
    guard let softFault else { return hardFault }
    let wasCut = hardFault?.reason == .stringNotClosed && softFault.offset > end - 6
    return wasCut ? hardFault : softFault
  }

  init(_ row: UnsafeRawBufferPointer) {
    bytes = row
  }

  /// Walks until the row ends or fails, or until `nodes` is full and false is returned.
  mutating func run(into room: UnsafeMutableBufferPointer<JSONTape.Node>) -> Bool {
    guard let nodes = room.baseAddress else { return false }
    while true {
      guard count < room.count else { return false }
      skipSpace()
      guard at < end else {
        stopAtEnd(nodes)
        return true
      }
      guard step(bytes[at], nodes) else {
        closeAll(nodes)
        return true
      }
    }
  }

  @inline(__always)
  private mutating func step(_ byte: UInt8, _ nodes: UnsafeMutablePointer<JSONTape.Node>) -> Bool {
    switch next {
    case .key: return key(byte, nodes)
    case .firstKey: return byte == UInt8(ascii: "}") ? close(nodes) : key(byte, nodes)
    case .colon:
      guard byte == UInt8(ascii: ":") else { return fail(.unexpectedByte) }
      at += 1
      next = .memberValue
      return true
    case .firstElement: return byte == UInt8(ascii: "]") ? close(nodes) : value(byte, nodes)
    case .value, .memberValue: return value(byte, nodes)
    case .afterValue: return afterValue(byte, nodes)
    case .nothing: return fail(.textAfterValue)
    }
  }

  @inline(__always)
  private mutating func key(_ byte: UInt8, _ nodes: UnsafeMutablePointer<JSONTape.Node>) -> Bool {
    guard byte == UInt8(ascii: "\"") else { return fail(.unexpectedByte) }
    let start = at + 1
    var hasEscapes = false
    guard skipString(&hasEscapes) else { return fail(.stringNotClosed) }
    add(
      JSONTape.Node(
        kind: .string, start: start, end: at - 1, link: count + 1, hasEscapes: hasEscapes), nodes)
    next = .colon
    return true
  }

  @inline(__always)
  private mutating func value(_ byte: UInt8, _ nodes: UnsafeMutablePointer<JSONTape.Node>) -> Bool {
    switch byte {
    case UInt8(ascii: "\""): return string(nodes)
    case UInt8(ascii: "{"): return open(.object, .firstKey, nodes)
    case UInt8(ascii: "["): return open(.array, .firstElement, nodes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return scalar(.number, skipNumber(), .badNumber, nodes)
    case UInt8(ascii: "t"): return scalar(.true, skip("true"), .badLiteral, nodes)
    case UInt8(ascii: "f"): return scalar(.false, skip("false"), .badLiteral, nodes)
    case UInt8(ascii: "n"): return scalar(.null, skip("null"), .badLiteral, nodes)
    case UInt8(ascii: "N"): return scalar(.number, skip("NaN"), .badLiteral, nodes)
    case UInt8(ascii: "I"): return scalar(.number, skip("Infinity"), .badLiteral, nodes)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return fail(.badLiteral)
    default: return fail(.unexpectedByte)
    }
  }

  @inline(__always)
  private mutating func string(_ nodes: UnsafeMutablePointer<JSONTape.Node>) -> Bool {
    let start = at + 1
    var hasEscapes = false
    let isClosed = skipString(&hasEscapes)
    let stop = isClosed ? at - 1 : at
    add(
      JSONTape.Node(
        kind: .string, start: start, end: stop, link: count + 1, hasEscapes: hasEscapes), nodes)
    // The half of a string that is there belongs to its key: only a missing value takes the key away.
    next = depth == 0 ? .nothing : .afterValue
    return isClosed || fail(.stringNotClosed)
  }

  @inline(__always)
  private mutating func scalar(
    _ kind: JSONTape.Kind, _ stop: Int?, _ reason: RowDamage.Reason,
    _ nodes: UnsafeMutablePointer<JSONTape.Node>
  ) -> Bool {
    guard let stop else { return fail(reason) }
    add(JSONTape.Node(kind: kind, start: at, end: stop, link: count + 1), nodes)
    at = stop
    next = depth == 0 ? .nothing : .afterValue
    return true
  }

  @inline(__always)
  private mutating func open(
    _ kind: JSONTape.Kind, _ then: Next, _ nodes: UnsafeMutablePointer<JSONTape.Node>
  ) -> Bool {
    guard depth < JSONScanner.maximumDepth else { return fail(.nestedTooDeep) }
    let index = count
    add(JSONTape.Node(kind: kind, start: at, end: at, link: open), nodes)
    open = index
    depth += 1
    at += 1
    next = then
    return true
  }

  @inline(__always)
  private mutating func close(_ nodes: UnsafeMutablePointer<JSONTape.Node>) -> Bool {
    at += 1
    let outer = nodes[open].after
    nodes[open].close(end: at, after: count)
    open = outer
    depth -= 1
    next = depth == 0 ? .nothing : .afterValue
    return true
  }

  @inline(__always)
  private mutating func afterValue(
    _ byte: UInt8, _ nodes: UnsafeMutablePointer<JSONTape.Node>
  ) -> Bool {
    let isObject = nodes[open].kind == .object
    if byte == UInt8(ascii: ",") {
      at += 1
      next = isObject ? .key : .value
      return true
    }
    guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
      return fail(.unexpectedByte)
    }
    return close(nodes)
  }

  @inline(__always)
  private mutating func add(
    _ node: JSONTape.Node, _ nodes: UnsafeMutablePointer<JSONTape.Node>
  ) {
    nodes[count] = node
    count += 1
  }

  /// Ends the walk where it is.
  mutating func giveUp(
    _ reason: RowDamage.Reason, _ room: UnsafeMutableBufferPointer<JSONTape.Node>
  ) {
    _ = fail(reason)
    if let nodes = room.baseAddress { closeAll(nodes) }
  }

  private mutating func fail(_ reason: RowDamage.Reason) -> Bool {
    hardFault = RowFault(reason: reason, offset: at)
    return false
  }

  /// The row's bytes are used up: is the value complete?
  private mutating func stopAtEnd(_ nodes: UnsafeMutablePointer<JSONTape.Node>) {
    guard next != .nothing else { return }
    guard open != Self.none else {
      hardFault = RowFault(reason: .noValue, offset: at)
      return
    }
    _ = fail(nodes[open].kind == .object ? .objectNotClosed : .arrayNotClosed)
    closeAll(nodes)
  }

  /// Ends every container where reading stopped, and drops a key that got no value.
  private mutating func closeAll(_ nodes: UnsafeMutablePointer<JSONTape.Node>) {
    if next == .colon || next == .memberValue { count -= 1 }
    while open != Self.none {
      let outer = nodes[open].after
      nodes[open].close(end: at, after: count)
      open = outer
    }
  }
}
