import Predictions

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Takes typed values out of one object of a row that was scanned without a fault.
///
/// A missing value is -1. A value of the wrong kind is a fault that names its key.
struct JSONFields {
  let tape: JSONTape
  let bytes: UnsafeRawBufferPointer
  let object: Int

  init(tape: JSONTape, bytes: UnsafeRawBufferPointer, of object: Int) {
    self.tape = tape
    self.bytes = bytes
    self.object = object
  }

  /// Hands over every key of the object, decoded, and its value's node.
  func forEach(_ body: (UnsafeRawBufferPointer, Int) -> Void) {
    guard tape.count > object, tape[object].kind == .object else { return }
    var key = object + 1
    let stop = tape[object].after
    while key < stop {
      if tape[key].hasEscapes {
        var text = tape.text(of: key, in: bytes)
        text.withUTF8 { body(UnsafeRawBufferPointer($0), key + 1) }
      } else {
        body(tape.raw(key, in: bytes), key + 1)
      }
      key = tape[key + 1].after
    }
  }

  /// The values of a few keys, in their order.
  func nodes(_ names: [StaticString]) -> [Int] {
    var nodes = [Int](repeating: -1, count: names.count)
    forEach { key, value in
      if let place = names.firstIndex(where: key.matches) { nodes[place] = value }
    }
    return nodes
  }

  func isAbsent(_ node: Int) -> Bool { node < 0 || tape[node].kind == .null }

  func text(_ node: Int, _ name: String) throws(LineFault) -> String {
    guard let text = try optionalText(node, name) else { throw missing(name) }
    return text
  }

  func optionalText(_ node: Int, _ name: String) throws(LineFault) -> String? {
    if isAbsent(node) { return nil }
    guard tape[node].kind == .string else { throw wrong(name, "text") }
    return tape.text(of: node, in: bytes)
  }

  /// Text, or the digits of a number, for labels that other programs may have written as numbers.
  func label(_ node: Int, _ name: String) throws(LineFault) -> String? {
    if isAbsent(node) { return nil }
    guard tape[node].kind == .string || tape[node].kind == .number else {
      throw wrong(name, "text")
    }
    return tape.text(of: node, in: bytes)
  }

  func bool(_ node: Int, _ name: String) throws(LineFault) -> Bool? {
    if isAbsent(node) { return nil }
    switch tape[node].kind {
    case .true: return true
    case .false: return false
    default: throw wrong(name, "true or false")
    }
  }

  /// A whole number from 0 to the highest that other programs read exactly.
  func integer(_ node: Int, _ name: String) throws(LineFault) -> Int {
    guard node >= 0 else { throw missing(name) }
    guard tape[node].kind == .number else { throw wrong(name, "a whole number") }
    var value = 0
    for byte in tape.raw(node, in: bytes) {
      guard byte >= 0x30, byte <= 0x39 else { throw wrong(name, "a whole number") }
      value = value * 10 + Int(byte - 0x30)
      guard value <= LedgerEvent.highestSeq else { throw wrong(name, "at most 2^53") }
    }
    return value
  }

  func identifier(_ node: Int, _ name: String) throws(LineFault) -> EventID {
    guard node >= 0 else { throw missing(name) }
    guard tape[node].kind == .string, let id = EventID(utf8: tape.raw(node, in: bytes)) else {
      throw wrong(name, "a ULID")
    }
    return id
  }

  func time(_ node: Int, _ name: String) throws(LineFault) -> Timestamp {
    guard node >= 0 else { throw missing(name) }
    guard tape[node].kind == .string, let time = Timestamp(utf8: tape.raw(node, in: bytes)) else {
      throw wrong(name, "a time as 2026-11-23T12:04:05.123Z")
    }
    return time
  }

  func digest(_ node: Int, _ name: String) throws(LineFault) -> ContentDigest {
    guard node >= 0 else { throw missing(name) }
    guard tape[node].kind == .string, let digest = ContentDigest(utf8: tape.raw(node, in: bytes))
    else { throw wrong(name, "sha256: and 64 digits") }
    return digest
  }

  func texts(_ node: Int, _ name: String) throws(LineFault) -> [String] {
    if isAbsent(node) { return [] }
    guard tape[node].kind == .array else { throw wrong(name, "a list of texts") }
    var texts: [String] = []
    var element = node + 1
    while element < tape[node].after {
      guard tape[element].kind == .string else { throw wrong(name, "a list of texts") }
      texts.append(tape.text(of: element, in: bytes))
      element = tape[element].after
    }
    return texts
  }

  /// The fields of an object inside of this one; nothing where it is absent.
  func inner(_ node: Int, _ name: String) throws(LineFault) -> JSONFields? {
    if isAbsent(node) { return nil }
    guard tape[node].kind == .object else { throw wrong(name, "an object") }
    return JSONFields(tape: tape, bytes: bytes, of: node)
  }

  func missing(_ name: String) -> LineFault { .notAnEvent("`\(name)` is missing") }

  func wrong(_ name: String, _ expected: String) -> LineFault {
    .notAnEvent("`\(name)` is not \(expected)")
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these are the bytes of a word.
  @inline(__always)
  func matches(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for place in 0..<count where self[place] != word.utf8Start[place] { return false }
    return true
  }

  /// Whether these are the same bytes, of which there are as many.
  @inline(__always)
  func isEqual(to other: UnsafeRawBufferPointer) -> Bool {
    guard let start = baseAddress, let otherStart = other.baseAddress else { return true }
    return memcmp(start, otherStart, count) == 0
  }
}
