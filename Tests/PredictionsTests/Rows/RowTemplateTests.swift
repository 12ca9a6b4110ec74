import TestSupport
import Testing

@testable import Predictions

/// Rows filled into a template against the same rows walked with care.
@Suite("The row template")
struct RowTemplateTests {
  @Test(
    "a row with other values is filled as it is walked", arguments: 1...6 as ClosedRange<UInt64>)
  func fills(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let learned = RandomJSON.object(using: &random)
      guard let template = Template(learned) else { continue }
      #expect(template.filled(learned) == Walked(learned).nodes, "\(text(learned))")
      let other = withOtherValues(learned, using: &random)
      #expect(template.filled(other) == Walked(other).nodes, "\(text(learned)) then \(text(other))")
    }
  }

  @Test("a damaged row is not filled", arguments: 7...12 as ClosedRange<UInt64>)
  func refuses(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (same, refused) = (0, 0)
    for _ in 0..<4_000 {
      let learned = RandomJSON.object(using: &random)
      guard let template = Template(learned) else { continue }
      var other = withOtherValues(learned, using: &random)
      RandomJSON.damage(&other, using: &random)
      guard let filled = template.filled(other) else {
        refused += 1
        continue
      }
      same += 1
      #expect(filled == Walked(other).nodes, "\(text(learned)) then \(text(other))")
    }
    // Damage to a text is mostly another text.
    #expect(same > 50 && refused > 50)
  }

  @Test("a row with other keys, or with keys in another order, is not filled")
  func otherKeys() throws {
    let template = try #require(
      Template(Array(#"{"id":1,"a rather long key":"x","end":{"in":[]}}"#.utf8)))
    for row in [
      #"{"ix":1,"a rather long key":"x","end":{"in":[]}}"#,
      #"{"id":1,"a rather long kez":"x","end":{"in":[]}}"#,
      #"{"id":1,"a rather long key":"x","end":{"in":{}}}"#,
      #"{"id":1,"a rather long key":"x","end":{"in":[]}"#,
      #"{"id":1,"a rather long key":"x","end":{"in":[]}}}"#,
      #"{"id":1,"a rather long key":"x","end":{"in":[]}} "#,
      #"{"id":1,"a rather long key":"x"}"#,
      #"{"a rather long key":"x","id":1,"end":{"in":[]}}"#,
      #"{"id":[1],"a rather long key":"x","end":{"in":[]}}"#, "{}", "",
    ] {
      #expect(template.filled(Array(row.utf8)) == nil, "\(row)")
    }
  }

  @Test("a row with too little behind it to be read is not filled")
  func margin() throws {
    let row = Array(#"{"id":1,"text":"x"}"#.utf8)
    let template = try #require(Template(row))
    #expect(template.filled(row, behind: Array(repeating: 0x31, count: 64)) != nil)
    #expect(template.filled(row, behind: Array(repeating: 0x31, count: 63)) == nil)
  }

  @Test("what lies behind a row does not become a part of it", arguments: [13, 14] as [UInt64])
  func behind(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<4_000 {
      let learned = RandomJSON.object(using: &random)
      guard let template = Template(learned) else { continue }
      let other = withOtherValues(learned, using: &random)
      // A row that is cut, in front of its own rest, is the likeliest to be taken for a whole one.
      let cut = Int.random(in: 0...other.count, using: &random)
      let (row, rest) = (Array(other[..<cut]), Array(other[cut...]))
      #expect(template.filled(row, behind: rest + padding) == Walked(row).nodes, "\(text(row))")
    }
  }

  private let padding = Array(repeating: UInt8(ascii: "7"), count: RowTemplate.margin)

  /// The row with each of its values replaced, most of them by one of another length.
  private func withOtherValues(
    _ row: [UInt8], using random: inout SeededGenerator
  ) -> [UInt8] {
    let tape = Walked(row).tape
    var made: [UInt8] = []
    var start = 0
    for node in tape.nodes.indices where Walked.isValue(node, of: tape) {
      let quote = tape[node].kind == .string ? 1 : 0
      made += row[start..<tape[node].start - quote] + RandomJSON.scalar(using: &random)
      start = tape[node].end + quote
    }
    return made + row[start...]
  }

  private func text(_ row: [UInt8]) -> String { String(decoding: row, as: UTF8.self) }
}

/// A template that was made from a row.
private struct Template {
  private var template = RowTemplate()

  /// Nothing where the row is not one to learn from.
  init?(_ row: [UInt8]) {
    let walked = Walked(row)
    // Numbers that are none by the book are for the careful walk.
    let text = String(decoding: row, as: UTF8.self)
    guard !text.contains("NaN"), !text.contains("Infinity") else { return nil }
    guard walked.nodes != nil, walked.tape.kind == .object, walked.tape.count <= 256 else {
      return nil
    }
    row.withUnsafeBytes { template.learn(walked.tape, of: $0) }
  }

  /// The nodes as they are filled in, or nothing where the template does not fit.
  ///
  /// The row and what is behind it lie at the very end of memory that can be read.
  func filled(
    _ row: [UInt8], behind: [UInt8] = Array(repeating: 0x22, count: RowTemplate.margin)
  ) -> [String]? {
    // Left-over nodes must not show through.
    var tape = Walked(Array("[1,[2,[3,{},4]],5]".utf8)).tape
    let isFilled = GuardedBytes(row + behind).withBytes { bytes in
      template.fill(
        &tape, from: UnsafeRawBufferPointer(rebasing: bytes[..<row.count]), behind: behind.count)
    }
    return isFilled ? tape.nodes.map(Walked.words) : nil
  }
}

/// A row walked with care.
private struct Walked {
  private(set) var tape = JSONTape()
  /// Nothing where something is wrong.
  private(set) var nodes: [String]?

  init(_ row: [UInt8]) {
    var scanner = JSONScanner()
    guard row.withUnsafeBytes({ scanner.scan($0, into: &tape) }) == nil else { return }
    nodes = tape.nodes.map(Self.words)
  }

  static func words(_ node: JSONTape.Node) -> String {
    "\(node.kind) \(node.start) \(node.end) \(node.after) \(node.hasEscapes)"
  }

  /// Whether the node is neither a key nor a container.
  static func isValue(_ node: Int, of tape: JSONTape) -> Bool {
    if tape[node].kind == .object || tape[node].kind == .array { return false }
    return !tape.nodes.indices.contains { object in
      guard tape[object].kind == .object, object < node, node < tape[object].after else {
        return false
      }
      var key = object + 1
      while key < min(node, tape[object].after) { key = tape[key + 1].after }
      return key == node
    }
  }
}
