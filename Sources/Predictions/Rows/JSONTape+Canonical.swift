extension JSONTape {
  private enum Piece {
    case value(Int)
    case key(Int)
    case byte(UInt8)
    /// The elements of a list from one on up to its end.
    case elements(from: Int, end: Int)
  }

  /// The value as canonical JSON: sorted keys, no spaces, numbers as written, the fewest escapes.
  ///
  /// Keys are sorted by the code points of their decoded text; a repeated key keeps the order of
  /// the row. Lists and objects of any depth are written without recursion.
  package func canonicalJSON(of node: Int, in bytes: UnsafeRawBufferPointer) -> String {
    var json: [UInt8] = []
    appendCanonicalJSON(of: node, in: bytes, to: &json)
    return String(decoding: json, as: UTF8.self)
  }

  /// Appends the UTF-8 of ``canonicalJSON(of:in:)``, members of objects with a value in `left` out.
  func appendCanonicalJSON(
    of node: Int, in bytes: UnsafeRawBufferPointer, leavingOut left: Set<Int> = [],
    to json: inout some TextSink
  ) {
    var waiting = [Piece.value(node)]
    while !json.isFull, let piece = waiting.popLast() {
      switch piece {
      case .byte(let byte): json.append(byte)
      case .elements(let element, let end):
        // One after the other: a list may have millions.
        let next = self[element].after
        if next < end { waiting += [.elements(from: next, end: end), .byte(UInt8(ascii: ","))] }
        waiting.append(.value(element))
      case .key(let key):
        appendString(key, in: bytes, to: &json)
        json.append(UInt8(ascii: ":"))
      case .value(let value):
        append(value, in: bytes, leavingOut: left, to: &json, waiting: &waiting)
      }
    }
  }

  private func append(
    _ node: Int, in bytes: UnsafeRawBufferPointer, leavingOut left: Set<Int>,
    to json: inout some TextSink, waiting: inout [Piece]
  ) {
    switch self[node].kind {
    case .string: appendString(node, in: bytes, to: &json)
    case .number, .true, .false, .null: json.append(bytes: raw(node, in: bytes))
    case .array:
      json.append(UInt8(ascii: "["))
      waiting.append(.byte(UInt8(ascii: "]")))
      guard self[node].after > node + 1 else { return }
      waiting.append(.elements(from: node + 1, end: self[node].after))
    case .object:
      json.append(UInt8(ascii: "{"))
      waiting.append(.byte(UInt8(ascii: "}")))
      // What is written first must be popped first, so everything is put there in reverse.
      let keys = sortedKeys(of: node, in: bytes).filter { !left.contains($0 + 1) }
      for (place, key) in keys.enumerated().reversed() {
        waiting.append(.value(key + 1))
        waiting.append(.key(key))
        if place > 0 { waiting.append(.byte(UInt8(ascii: ","))) }
      }
    }
  }

  private func appendString(
    _ node: Int, in bytes: UnsafeRawBufferPointer, to json: inout some TextSink
  ) {
    json.append(UInt8(ascii: "\""))
    // Handed over and back: a second owner would mean a copy.
    var escaped = EscapedText(sink: consume json)
    appendText(of: node, in: bytes, to: &escaped)
    json = (consume escaped).sink
    json.append(UInt8(ascii: "\""))
  }

  private func sortedKeys(of object: Int, in bytes: UnsafeRawBufferPointer) -> [Int] {
    var keys: [(key: Int, text: [UInt8])] = []
    var index = object + 1
    while index < self[object].after {
      keys.append((index, Array(text(of: index, in: bytes).utf8)))
      index = self[index + 1].after
    }
    keys.sort { left, right in
      if left.text == right.text { return left.key < right.key }
      return left.text.lexicographicallyPrecedes(right.text)
    }
    return keys.map(\.key)
  }
}
