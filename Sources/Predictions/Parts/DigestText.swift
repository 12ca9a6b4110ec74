/// The bytes that say which prediction a row is: input, a zero byte, output.
struct DigestText: Sendable {
  /// Of the texts of a longer row only parts are kept: ``RowDigests`` reads all of them.
  static let longestKept = 1 << 20
  private static let keptInput = 4 << 10

  /// The input's text; of a row without one, what identifies it in the input's place.
  private(set) var input: [UInt8] = []
  /// The output's text; of one that is longer than ``longestKept`` the beginning and the end.
  fileprivate(set) var output: [UInt8] = []
  /// How long the whole output is.
  fileprivate(set) var outputLength = 0
  /// The same without blanks at its ends.
  fileprivate var trimmedLength = 0
  /// The row has an input of its own.
  private(set) var hasInput = false
  /// Both texts are all there, however long they are.
  fileprivate let keepsAll: Bool

  init(keepsAll: Bool = false) { self.keepsAll = keepsAll }

  /// Reads the row; the room is used again from row to row.
  mutating func read(_ row: RowView) {
    Self.empty(&input)
    readOutput(of: row)
    guard row.bytes.count > Self.longestKept, !keepsAll else {
      hasInput = Self.appendInput(of: row, to: &input)
      return
    }
    var beginning = TextBeginning(upTo: Self.keptInput)
    hasInput = Self.appendInput(of: row, to: &beginning)
    input = Array(beginning.text.utf8)
  }
}

extension DigestText {
  /// Reads nothing but the output; a row that was not read to its end has none.
  mutating func readOutput(of row: RowView) {
    Self.empty(&output)
    (outputLength, trimmedLength) = (0, 0)
    guard row.tape.isComplete else { return }
    guard row.bytes.count > Self.longestKept, !keepsAll else {
      Self.appendOutput(of: row, to: &output)
      (outputLength, trimmedLength) = (output.count, output.count)
      return
    }
    var ends = TextEnds(upTo: Self.longestKept / 2)
    Self.appendOutput(of: row, to: &ends)
    (output, outputLength, trimmedLength) = (ends.text, ends.count, ends.trimmedCount)
  }

  /// The whole output; nothing where it is longer than `length` without blanks at its ends.
  func output(of row: RowView, upTo length: Int) -> [UInt8]? {
    guard output.count < outputLength else { return output }
    guard trimmedLength <= length else { return nil }
    var whole: [UInt8] = []
    Self.appendOutput(of: row, to: &whole)
    return whole
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
