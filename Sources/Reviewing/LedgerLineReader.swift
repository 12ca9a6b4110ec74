import Predictions

/// Why a line of the ledger is no event.
enum LineFault: Error, Hashable, Sendable {
  case notJSON(String)
  case notAnEvent(String)
  /// An object with none of the keys that every event has: a line of another kind of file.
  case foreign

  var kind: LedgerDamage.Kind {
    switch self {
    case .notJSON(let why): .notJSON(why)
    case .notAnEvent(let why): .notAnEvent(why)
    case .foreign: .notAnEvent("not a line of a ledger")
    }
  }
}

/// Reads lines of the ledger, one after another with the same memory.
///
/// What a line says is only data: lengths, numbers and names are checked, unknown keys and events
/// pass, and of a repeated key the last counts, as other programs read it.
struct LedgerLineReader: Sendable {
  enum Detail {
    /// Without `prev`, signal and the words of comments, which a book does not keep.
    case replay
    case whole
  }

  private var scanner = JSONScanner()
  private var tape = JSONTape()
  private let detail: Detail

  init(_ detail: Detail) { self.detail = detail }

  /// The event that `line` holds; its line break is not part of it.
  mutating func read(_ line: UnsafeRawBufferPointer) throws(LineFault) -> LedgerEvent {
    if let fault = scanner.scan(line, into: &tape) {
      throw .notJSON("\(fault.reason.words) at byte \(fault.offset)")
    }
    let fields = JSONFields(tape: tape, bytes: line, of: 0)
    guard tape[0].kind == .object else { throw .notAnEvent("not an object") }
    var node = EventNodes()
    fields.forEach { key, value in node.note(key, value) }
    return try event(node, fields)
  }

  private func event(
    _ node: EventNodes, _ fields: JSONFields
  ) throws(LineFault) -> LedgerEvent {
    if max(node.version, node.event, node.seq, node.writer) < 0 { throw .foreign }
    let version = try fields.integer(node.version, "v")
    let name = try fields.text(node.event, "event")
    var event = LedgerEvent(
      id: try fields.identifier(node.id, "id"), at: try fields.time(node.at, "at"),
      by: try fields.text(node.by, "by"),
      seq: try fields.integer(node.seq, "seq"),
      writer: try fields.text(node.writer, "writer"), body: .unknown(name))
    if detail == .whole { event.prev = try fields.optionalText(node.prev, "prev") }
    guard version == LedgerEvent.version else { return event }
    event.item = try fields.item(node.item)
    event.context = try fields.context(node.context, withSignal: detail == .whole)
    event.body = try body(name, node, fields, hasItem: event.item != nil)
    return event
  }

  private func body(
    _ name: String, _ node: EventNodes, _ fields: JSONFields, hasItem: Bool
  ) throws(LineFault) -> LedgerBody {
    switch name {
    case "withdraw": return .withdraw(of: try fields.identifier(node.of, "of"))
    case "draw": return .draw(try fields.draw(node.draw))
    case "review", "resolve", "pass": break
    default: return .unknown(name)
    }
    guard hasItem else { throw .notAnEvent("`item` is missing") }
    if name == "pass" { return .pass(to: try fields.text(node.to, "to")) }
    let review = try fields.review(node.review, withComment: detail == .whole)
    return name == "review" ? .review(review) : .resolve(review)
  }
}

/// Where the values of an event's keys lie on the tape; -1 where a key is missing.
private struct EventNodes {
  var at = -1
  var by = -1
  var context = -1
  var draw = -1
  var event = -1
  var id = -1
  var item = -1
  var of = -1
  var prev = -1
  var review = -1
  var seq = -1
  var to = -1
  var version = -1
  var writer = -1

  mutating func note(_ key: UnsafeRawBufferPointer, _ value: Int) {
    if key.matches("at") {
      at = value
    } else if key.matches("by") {
      by = value
    } else if key.matches("context") {
      context = value
    } else if key.matches("draw") {
      draw = value
    } else if key.matches("event") {
      event = value
    } else if key.matches("id") {
      id = value
    } else if key.matches("item") {
      item = value
    } else if key.matches("of") {
      of = value
    } else if key.matches("prev") {
      prev = value
    } else if key.matches("review") {
      review = value
    } else if key.matches("seq") {
      seq = value
    } else if key.matches("to") {
      to = value
    } else if key.matches("v") {
      version = value
    } else if key.matches("writer") {
      writer = value
    }
  }
}
