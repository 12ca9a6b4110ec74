import Predictions

/// The quick way through a line that holds an ordinary review, as nearly all lines do.
///
/// It goes over the nodes once and asks each key for its bytes. At the first thing that is rare (an
/// escape, a repeated key, `null`, another kind of event) or wrong it gives up, and
/// ``LedgerLineReader`` reads the line in the obvious way and says what it is.
struct QuickReviewReader {
  private enum Key: UInt32 {
    case at, by, context, event, id, item, review, seq, version, writer
    case content, input, key, run, file
    case automatic, blind, draw, stratum, position, tier, afterReveal
    case verdict, badTarget, tags, label, comment

    var bit: UInt32 { 1 << rawValue }
  }

  /// What no review is without.
  private static let needed: UInt32 = [
    Key.at, .by, .event, .id, .item, .review, .seq, .version, .writer, .content, .input,
  ].reduce(0) { $0 | $1.bit }

  private let source: LineNodes
  private var review = QuickReview()
  /// The keys met so far, a bit each.
  private var seen: UInt32 = 0

  private init(_ source: LineNodes) { self.source = source }

  /// The review that the line says, or nothing where it is not an ordinary one.
  static func review(of tape: JSONTape, in line: UnsafeRawBufferPointer) -> QuickReview? {
    guard tape.isSound, tape.kind == .object else { return nil }
    return tape.withNodes { nodes in
      var reader = QuickReviewReader(LineNodes(nodes: nodes, line: line))
      guard reader.readMembers(of: 0, { $0.takeFromEvent($1) }), reader.seen & needed == needed
      else { return nil }
      return reader.review
    }
  }

  @inline(__always)
  private mutating func readMembers(
    of object: Int, _ take: (inout QuickReviewReader, Int) -> Bool
  ) -> Bool {
    guard source.nodes[object].kind == .object else { return false }
    var key = object + 1
    let stop = source.nodes[object].after
    while key < stop {
      guard !source.nodes[key].hasEscapes, take(&self, key) else { return false }
      key = source.nodes[key + 1].after
    }
    return true
  }

  /// Whether the key at `node` is `word`.
  @inline(__always)
  private func isKey(_ node: Int, _ word: StaticString) -> Bool { source.reads(node, word) }

  /// Notes a key; false where it was there before.
  @inline(__always)
  private mutating func note(_ key: Key) -> Bool {
    defer { seen |= key.bit }
    return seen & key.bit == 0
  }

  private mutating func takeFromEvent(_ key: Int) -> Bool {
    let value = key + 1
    if isKey(key, "at") { return note(.at) && source.time(value, to: &review.at) }
    if isKey(key, "by") { return note(.by) && source.text(value, to: &review.by) }
    if isKey(key, "context") {
      return note(.context) && readMembers(of: value) { $0.takeFromContext($1) }
    }
    if isKey(key, "event") {
      return note(.event) && source.nodes[value].kind == .string && source.reads(value, "review")
    }
    if isKey(key, "id") { return note(.id) && source.identifier(value, to: &review.id) }
    if isKey(key, "item") { return note(.item) && readMembers(of: value) { $0.takeFromItem($1) } }
    if isKey(key, "review") {
      return note(.review) && readMembers(of: value) { $0.takeFromReview($1) }
    }
    if isKey(key, "seq") { return note(.seq) && source.integer(value, to: &review.seq) }
    if isKey(key, "v") {
      return note(.version) && source.nodes[value].kind == .number && source.reads(value, "1")
    }
    if isKey(key, "writer") { return note(.writer) && source.text(value, to: &review.writer) }
    return true
  }

  private mutating func takeFromItem(_ key: Int) -> Bool {
    let value = key + 1
    if isKey(key, "content") { return note(.content) && source.digest(value, to: &review.content) }
    if isKey(key, "input") { return note(.input) && source.digest(value, to: &review.input) }
    if isKey(key, "key") { return note(.key) && source.label(value, to: &review.key) }
    if isKey(key, "run") { return note(.run) && source.label(value, to: &review.run) }
    if isKey(key, "file") { return note(.file) && source.label(value, to: &review.file) }
    return true
  }

  private mutating func takeFromContext(_ key: Int) -> Bool {
    let value = key + 1
    if isKey(key, "automatic") {
      return note(.automatic) && source.label(value, to: &review.automatic)
    }
    if isKey(key, "blind") {
      return note(.blind) && source.flag(value, .blind, .notBlind, to: &review.flags)
    }
    if isKey(key, "draw") { return note(.draw) && source.text(value, to: &review.draw) }
    if isKey(key, "stratum") { return note(.stratum) && source.text(value, to: &review.stratum) }
    if isKey(key, "position") {
      review.flags.insert(.hasPosition)
      return note(.position) && source.integer(value, to: &review.position)
    }
    if isKey(key, "tier") { return note(.tier) && source.text(value, to: &review.tier) }
    if isKey(key, "afterReveal") {
      return note(.afterReveal)
        && source.flag(value, .afterReveal, .notAfterReveal, to: &review.flags)
    }
    return true
  }

  private mutating func takeFromReview(_ key: Int) -> Bool {
    let value = key + 1
    if isKey(key, "verdict") { return note(.verdict) && takeVerdict(value) }
    if isKey(key, "badTarget") {
      return note(.badTarget) && source.flag(value, .badTarget, [], to: &review.flags)
    }
    if isKey(key, "tags") { return note(.tags) && source.list(value, to: &review.tags) }
    if isKey(key, "label") { return note(.label) && source.text(value, to: &review.label) }
    if isKey(key, "comment") {
      // Its words stay on disk, so they may have escapes.
      review.flags.insert(.hasComment)
      return note(.comment) && source.nodes[value].kind == .string
    }
    return !isKey(key, "upsetting") && !isKey(key, "preference") && !isKey(key, "ratings")
  }

  private mutating func takeVerdict(_ value: Int) -> Bool {
    guard source.nodes[value].kind == .string else { return false }
    if source.reads(value, "ok") {
      review.verdict = 1
    } else if source.reads(value, "wrong") {
      review.verdict = 2
    } else {
      review.verdict = 3
      return source.reads(value, "unsure")
    }
    return true
  }
}
