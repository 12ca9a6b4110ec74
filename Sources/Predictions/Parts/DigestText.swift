/// The bytes that say which prediction a row is: input, a zero byte, output.
struct DigestText: Sendable {
  /// Of the input of a longer row only the beginning is kept: ``RowDigests`` reads it all.
  static let longestKept = 1 << 20
  private static let keptLength = 4 << 10

  /// The input's text; of a row without one, what identifies it in the input's place.
  private(set) var input: [UInt8] = []
  fileprivate(set) var output: [UInt8] = []
  /// The row has an input of its own.
  private(set) var hasInput = false
  /// The input is all there, however long it is.
  private let keepsInput: Bool

  init(keepsInput: Bool = false) { self.keepsInput = keepsInput }

  /// Reads the row; the room is used again from row to row.
  mutating func read(_ row: RowView) {
    Self.empty(&input)
    Self.empty(&output)
    if row.tape.isComplete { readOutput(of: row) }
    guard row.bytes.count > Self.longestKept, !keepsInput else {
      hasInput = Self.appendInput(of: row, to: &input)
      return
    }
    var beginning = TextBeginning(upTo: Self.keptLength)
    hasInput = Self.appendInput(of: row, to: &beginning)
    input = Array(beginning.text.utf8)
  }
}

extension DigestText {
  /// Reads nothing but the output.
  mutating func readOutput(of row: RowView) {
    Self.empty(&output)
    Self.appendOutput(of: row, to: &output)
  }
}

extension DigestText {
  /// Appends the input, or what identifies a row without one; whether it has an input of its own.
  ///
  /// A row that was not read to its end is identified by its bytes, any other row without an input
  /// by all that is neither answer nor judgement of it, as canonical JSON.
  static func appendInput(of row: RowView, to text: inout some TextSink) -> Bool {
    guard row.tape.isComplete else {
      StringEscape.append(row.bytes, hasEscapes: false, isSound: false, to: &text)
      return false
    }
    if let source = row.plan.parts.input, let node = row.node(.input) {
      ContentReader.append(source, at: node, of: row.tape, in: row.bytes, to: &text)
      return true
    }
    row.tape.appendCanonicalJSON(of: 0, in: row.bytes, leavingOut: row.answerNodes, to: &text)
    return false
  }

  /// Appends the output of a row that was read to its end.
  static func appendOutput(of row: RowView, to text: inout some TextSink) {
    guard let source = row.plan.parts.output, let node = row.node(.output) else { return }
    ContentReader.append(source, at: node, of: row.tape, in: row.bytes, to: &text)
  }

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
