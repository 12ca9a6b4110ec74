import Predictions

/// The values of one sound line, taken from its nodes where they lie; each function says whether
/// the value is what it usually is.
///
/// Valid only as long as the nodes and the line are. Both are read within their bounds, because
/// nodes lead to nodes and to bytes of the line that they were made from.
struct LineNodes {
  let nodes: UnsafeBufferPointer<JSONTape.Node>
  let line: UnsafeRawBufferPointer

  @inline(__always)
  func isObject(_ node: Int) -> Bool {
    if case .object = nodes[node].kind { true } else { false }
  }

  @inline(__always)
  func isString(_ node: Int) -> Bool {
    if case .string = nodes[node].kind { true } else { false }
  }

  @inline(__always)
  func isNumber(_ node: Int) -> Bool {
    if case .number = nodes[node].kind { true } else { false }
  }

  /// A string without escapes.
  @inline(__always)
  func isText(_ node: Int) -> Bool { isString(node) && !nodes[node].hasEscapes }

  /// A string without escapes, or a number.
  @inline(__always)
  func isLabel(_ node: Int) -> Bool { isText(node) || isNumber(node) }

  /// The node behind the value and everything in it.
  @inline(__always)
  func after(_ node: Int) -> Int { Int(nodes[node].link) }

  @inline(__always)
  func range(_ node: Int) -> Range<Int> { Int(nodes[node].first)..<Int(nodes[node].last) }

  @inline(__always)
  func raw(_ node: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: line[range(node)])
  }

  /// The key at `node`; nothing where it has escapes.
  @inline(__always)
  func key(_ node: Int) -> KeyWord? {
    nodes[node].hasEscapes ? nil : KeyWord(range(node), of: line)
  }

  /// True or false.
  @inline(__always)
  func flag(_ node: Int) -> Bool? {
    switch nodes[node].kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// A whole number of at most fifteen digits, which no limit excludes.
  @inline(__always)
  func integer(_ node: Int, to number: inout Int) -> Bool {
    let digits = raw(node)
    guard isNumber(node), digits.count <= 15 else { return false }
    number = 0
    for byte in digits {
      guard byte &- 0x30 < 10 else { return false }
      number = number &* 10 &+ Int(byte &- 0x30)
    }
    return true
  }

  @inline(__always)
  func identifier(_ node: Int, to id: inout EventID) -> Bool {
    guard isString(node), let found = EventID(utf8: raw(node)) else { return false }
    id = found
    return true
  }

  @inline(__always)
  func time(_ node: Int, to time: inout Timestamp) -> Bool {
    guard isString(node), let found = Timestamp(ledgerForm: raw(node)) else { return false }
    time = found
    return true
  }

  @inline(__always)
  func digest(_ node: Int, to digest: inout ContentDigest) -> Bool {
    guard isString(node), let found = ContentDigest(utf8: raw(node)) else { return false }
    digest = found
    return true
  }

  /// A list of strings without escapes.
  @inline(__always)
  func isListOfTexts(_ node: Int) -> Bool {
    guard case .array = nodes[node].kind else { return false }
    return (node + 1..<after(node)).allSatisfy(isText)
  }
}
