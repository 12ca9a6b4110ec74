/// The bytes that say which prediction a row is: input, a zero byte, output.
struct DigestText: Sendable {
  /// The input's text; of a row without one, what identifies it in the input's place.
  private(set) var input: [UInt8] = []
  fileprivate(set) var output: [UInt8] = []
  /// The row has an input of its own.
  private(set) var hasInput = false

  /// Reads the row; the room is used again from row to row.
  ///
  /// A row that was not read to its end is identified by its bytes, any other row without an input
  /// by all that is neither answer nor judgement of it, as canonical JSON.
  mutating func read(_ row: RowView) {
    Self.empty(&input)
    Self.empty(&output)
    hasInput = false
    if !row.tape.isComplete {
      input.append(contentsOf: String(decoding: row.bytes, as: UTF8.self).utf8)
      return
    }
    readOutput(of: row)
    if let source = row.plan.parts.input, let node = row.node(.input) {
      hasInput = true
      ContentReader.append(source, at: node, of: row.tape, in: row.bytes, to: &input)
    } else {
      row.tape.appendCanonicalJSON(
        of: 0, in: row.bytes, leavingOut: row.answerNodes, to: &input)
    }
  }
}

extension DigestText {
  /// Reads nothing but the output.
  mutating func readOutput(of row: RowView) {
    Self.empty(&output)
    guard let source = row.plan.parts.output, let node = row.node(.output) else { return }
    ContentReader.append(source, at: node, of: row.tape, in: row.bytes, to: &output)
  }
}

extension DigestText {
  /// The room of a very long text is given back.
  private static func empty(_ text: inout [UInt8]) {
    text.removeAll(keepingCapacity: text.capacity <= 1 << 22)
  }
}

extension RowView {
  /// The values of output, target, scores, result and shield.
  fileprivate var answerNodes: Set<Int> {
    var nodes = Set<Int>(
      [RowPlan.Slot.output, .target, .automatic, .shield].map { self.nodes[$0.rawValue] })
    for place in plan.parts.scores?.places ?? [] {
      if let node = tape.value(at: place, in: bytes) { nodes.insert(node) }
    }
    return nodes
  }
}
