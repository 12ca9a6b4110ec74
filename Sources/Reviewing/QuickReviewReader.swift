import Predictions

/// The quick way through a line that holds an ordinary review, as nearly all lines do.
///
/// It goes over the nodes of a sound line once and makes a record, without a `String` but for texts
/// that are new. At the first thing that is rare (an escape, a repeated key, `null`, another kind of
/// event) or wrong it gives up, and ``LedgerLineReader`` reads the line in the obvious way and says
/// what it is.
struct QuickReviewReader: Sendable {
  private enum EventKey: String, CaseIterable {
    case at, by, context, event, id, item, review, seq, v, writer
  }

  private enum ContextKey: String, CaseIterable {
    case afterReveal, automatic, blind, covered, draw, position, stratum, tier
  }

  private enum ItemKey: String, CaseIterable {
    case content, file, input, key, run
  }

  private enum ReviewKey: String, CaseIterable {
    case badTarget, comment, label, preference, ratings, tags, upsetting, verdict
  }

  private let eventKeys = KeyOrder<EventKey>()
  private let contextKeys = KeyOrder<ContextKey>()
  private let itemKeys = KeyOrder<ItemKey>()
  private let reviewKeys = KeyOrder<ReviewKey>()
  /// What no review is without.
  private let neededOfEvent: UInt32
  private let neededOfItem: UInt32

  /// What the records' codes stand for.
  private(set) var names = ReviewNames()
  private(set) var record = ReviewRecord(id: EventID(high: 0, low: 0), kind: .review)
  /// Who wrote the line, as a code of ``names``.
  private(set) var writer: ReviewRecord.Code = 0
  /// The key of the prediction lies here in the line; nowhere where there is none.
  private(set) var key = 0..<0
  private var circumstances = Circumstances()
  /// Of the ordinary review before, since the next one mostly says the same.
  private var lastRecord = ReviewRecord(id: EventID(high: 0, low: 0), kind: .review)
  private var lastCircumstances = Circumstances()

  init() {
    neededOfEvent = eventKeys.set([.at, .by, .event, .id, .item, .review, .seq, .v, .writer])
    neededOfItem = itemKeys.set([.content, .input])
  }

  /// Makes ``record`` of the line; false where it is not an ordinary review.
  mutating func read(_ tape: JSONTape, of line: UnsafeRawBufferPointer) -> Bool {
    guard tape.isSound, tape.count > 0 else { return false }
    lastRecord = record
    lastCircumstances = circumstances
    record = ReviewRecord(id: lastRecord.id, kind: .review)
    circumstances = Circumstances()
    key = 0..<0
    let isRead = tape.room.withUnsafeBufferPointer { nodes in
      members(of: 0, eventKeys, needing: neededOfEvent, LineNodes(nodes: nodes, line: line)) {
        $0.takeFromEvent($1, $2, $3)
      }
    }
    guard isRead else {
      // What the line said up to there must not pass for what the codes of the last record mean.
      (record, circumstances) = (lastRecord, lastCircumstances)
      return false
    }
    record.circumstances =
      circumstances == lastCircumstances
      ? lastRecord.circumstances : names.circumstances.code(for: circumstances)
    return true
  }

  @inline(__always)
  private mutating func members<Key>(
    of object: Int, _ keys: KeyOrder<Key>, needing needed: UInt32, _ line: LineNodes,
    _ take: (inout QuickReviewReader, Key, Int, LineNodes) -> Bool
  ) -> Bool {
    guard line.isObject(object) else { return false }
    var seen: UInt32 = 0
    var expected = 0
    var node = object + 1
    let stop = line.after(object)
    while node < stop {
      guard let word = line.key(node) else { return false }
      if let place = keys.place(of: word, from: expected) {
        let bit: UInt32 = 1 << UInt32(place)
        guard seen & bit == 0, take(&self, keys[place], node + 1, line) else { return false }
        seen |= bit
        expected = place + 1
      }
      node = line.after(node + 1)
    }
    return seen & needed == needed
  }

  private mutating func takeFromEvent(_ key: EventKey, _ value: Int, _ line: LineNodes) -> Bool {
    switch key {
    case .at: return line.time(value, to: &record.at)
    case .by:
      record.by = text(value, line, expecting: lastRecord.by)
      return record.by > 0
    case .context:
      return members(of: value, contextKeys, needing: 0, line) { $0.takeFromContext($1, $2, $3) }
    case .event: return line.isString(value) && line.raw(value).matches("review")
    case .id: return line.identifier(value, to: &record.id)
    case .item:
      return members(of: value, itemKeys, needing: neededOfItem, line) {
        $0.takeFromItem($1, $2, $3)
      }
    case .review:
      return members(of: value, reviewKeys, needing: 0, line) { $0.takeFromReview($1, $2, $3) }
    case .seq: return line.integer(value, to: &record.seq)
    case .v: return line.isNumber(value) && line.raw(value).matches("1")
    case .writer:
      writer = text(value, line, expecting: writer)
      return writer > 0
    }
  }

  private mutating func takeFromItem(_ key: ItemKey, _ value: Int, _ line: LineNodes) -> Bool {
    switch key {
    case .content: return line.digest(value, to: &record.content)
    case .input: return line.digest(value, to: &record.input)
    case .key:
      self.key = line.range(value)
      return line.isLabel(value)
    case .run:
      circumstances.run = label(value, line, expecting: lastCircumstances.run)
      return circumstances.run > 0
    case .file:
      circumstances.file = label(value, line, expecting: lastCircumstances.file)
      return circumstances.file > 0
    }
  }

  private mutating func takeFromContext(
    _ key: ContextKey, _ value: Int, _ line: LineNodes
  ) -> Bool {
    switch key {
    case .afterReveal:
      circumstances.afterReveal = line.flag(value)
      return circumstances.afterReveal != nil
    case .automatic:
      circumstances.automatic = label(value, line, expecting: lastCircumstances.automatic)
      return circumstances.automatic > 0
    case .blind:
      circumstances.blind = line.flag(value)
      return circumstances.blind != nil
    case .covered:
      circumstances.covered = line.flag(value)
      return circumstances.covered != nil
    case .draw:
      circumstances.draw = text(value, line, expecting: lastCircumstances.draw)
      return circumstances.draw > 0
    case .position:
      record.flags.insert(.hasPosition)
      return line.integer(value, to: &record.position)
    case .stratum:
      circumstances.stratum = text(value, line, expecting: lastCircumstances.stratum)
      return circumstances.stratum > 0
    case .tier:
      circumstances.tier = text(value, line, expecting: lastCircumstances.tier)
      return circumstances.tier > 0
    }
  }

  private mutating func takeFromReview(_ key: ReviewKey, _ value: Int, _ line: LineNodes) -> Bool {
    switch key {
    case .badTarget:
      if line.flag(value) == true { record.flags.insert(.badTarget) }
      return line.flag(value) != nil
    case .comment:
      // Its words stay on disk, so they may have escapes.
      record.flags.insert(.hasComment)
      return line.isString(value)
    case .label:
      guard line.isText(value) else { return false }
      let label = String(decoding: line.raw(value), as: UTF8.self)
      record.details = names.details.code(for: ReviewDetails(label: label))
      return true
    case .tags:
      guard line.isListOfTexts(value) else { return false }
      if line.after(value) > value + 1 {
        record.tags = names.tags.code(for: line.raw(value), expecting: lastRecord.tags)
      }
      return true
    case .verdict: return line.isString(value) && takeVerdict(line.raw(value))
    case .preference, .ratings, .upsetting: return false
    }
  }

  private mutating func takeVerdict(_ word: UnsafeRawBufferPointer) -> Bool {
    if word.matches("ok") {
      record.verdict = 1
    } else if word.matches("wrong") {
      record.verdict = 2
    } else {
      record.verdict = 3
      return word.matches("unsure")
    }
    return true
  }

  /// The code of the text at `node`, 0 where it is no plain text.
  @inline(__always)
  private mutating func text(
    _ node: Int, _ line: LineNodes, expecting expected: ReviewRecord.Code
  ) -> ReviewRecord.Code {
    line.isText(node) ? names.texts.code(for: line.raw(node), expecting: expected) : 0
  }

  /// The same for what may be a number as well.
  @inline(__always)
  private mutating func label(
    _ node: Int, _ line: LineNodes, expecting expected: ReviewRecord.Code
  ) -> ReviewRecord.Code {
    line.isLabel(node) ? names.texts.code(for: line.raw(node), expecting: expected) : 0
  }
}
