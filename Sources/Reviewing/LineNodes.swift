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
  func raw(_ node: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: line[nodes[node].start..<nodes[node].end])
  }

  @inline(__always)
  func reads(_ node: Int, _ word: StaticString) -> Bool { raw(node).matches(word) }

  /// A string without escapes.
  @inline(__always)
  func text(_ node: Int, to text: inout QuickReview.Text) -> Bool {
    text = QuickReview.Text(nodes[node])
    return nodes[node].kind == .string && !nodes[node].hasEscapes
  }

  /// A string without escapes, or a number.
  @inline(__always)
  func label(_ node: Int, to text: inout QuickReview.Text) -> Bool {
    self.text(node, to: &text) || nodes[node].kind == .number
  }

  /// True or false, as one of two flags.
  @inline(__always)
  func flag(
    _ node: Int, _ yes: ReviewRecord.Flags, _ no: ReviewRecord.Flags,
    to flags: inout ReviewRecord.Flags
  ) -> Bool {
    let isTrue = nodes[node].kind == .true
    flags.formUnion(isTrue ? yes : no)
    return isTrue || nodes[node].kind == .false
  }

  /// A whole number of at most fifteen digits, which no limit excludes.
  @inline(__always)
  func integer(_ node: Int, to number: inout Int) -> Bool {
    let digits = raw(node)
    guard nodes[node].kind == .number, digits.count <= 15 else { return false }
    number = 0
    for byte in digits {
      guard byte &- 0x30 < 10 else { return false }
      number = number &* 10 &+ Int(byte &- 0x30)
    }
    return true
  }

  @inline(__always)
  func identifier(_ node: Int, to id: inout EventID) -> Bool {
    guard nodes[node].kind == .string, let found = EventID(utf8: raw(node)) else { return false }
    id = found
    return true
  }

  @inline(__always)
  func time(_ node: Int, to time: inout Timestamp) -> Bool {
    guard nodes[node].kind == .string, let found = Timestamp(ledgerForm: raw(node)) else {
      return false
    }
    time = found
    return true
  }

  @inline(__always)
  func digest(_ node: Int, to digest: inout ContentDigest) -> Bool {
    guard nodes[node].kind == .string, let found = ContentDigest(utf8: raw(node)) else {
      return false
    }
    digest = found
    return true
  }

  /// A list of strings without escapes, taken whole.
  @inline(__always)
  func list(_ node: Int, to list: inout QuickReview.Text) -> Bool {
    guard nodes[node].kind == .array else { return false }
    let elements = node + 1..<nodes[node].after
    for element in elements where nodes[element].kind != .string || nodes[element].hasEscapes {
      return false
    }
    list = elements.isEmpty ? QuickReview.Text() : QuickReview.Text(nodes[node])
    return true
  }
}
