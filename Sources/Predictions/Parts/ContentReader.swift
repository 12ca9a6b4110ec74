/// Turns a value of a row into a content to show, or into the bytes that digests are made of.
enum ContentReader {
  typealias TextSource = RecognisedParts.TextSource

  /// The content at `node`, or nothing where it is null; `isCut` where it goes on.
  ///
  /// - Parameter limit: how many bytes of its text are wanted. Of a long text, list or object no
  ///   more is decoded.
  static func content(
    _ source: TextSource, at node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer,
    upTo limit: Int = .max
  ) -> (content: Content, isCut: Bool)? {
    if let texts = DerivedText.texts(source, at: node, of: tape, in: bytes) {
      let content = texts.count > 1 ? .json(JSONText.list(texts)) : texts.first.map(Content.text)
      return content?.cut(to: limit)
    }
    guard case .field = source, tape[node].kind != .null else {
      return conversation(source, at: node, of: tape, in: bytes, upTo: limit)
    }
    switch tape[node].kind {
    case .array where ChatReader.isChat(node, of: tape, in: bytes):
      let messages = ChatReader.messages(node, of: tape, in: bytes, upTo: limit)
      return Content.chat(messages).cut(to: limit)
    case .array where isPartList(node, of: tape, in: bytes):
      let text = ChatReader.joined(node, of: tape, in: bytes, upTo: limit)
      return Content.text(text).cut(to: limit)
    case .array, .object:
      var json = TextBeginning(upTo: limit)
      tape.appendCanonicalJSON(of: node, in: bytes, to: &json)
      return (.json(json.text), json.isCut)
    default:
      let (text, isCut) = tape.beginning(of: node, in: bytes, upTo: limit)
      return (.text(text), isCut)
    }
  }

  private static func conversation(
    _ source: TextSource, at node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer,
    upTo limit: Int
  ) -> (content: Content, isCut: Bool)? {
    guard tape[node].kind != .null else { return nil }
    guard ChatReader.isChat(node, of: tape, in: bytes) else {
      // A row without a conversation has its text here, and that is the input.
      return source.isLastTurn
        ? nil : content(.field([]), at: node, of: tape, in: bytes, upTo: limit)
    }
    guard let end = ChatReader.lastMessage(of: node, of: tape) else { return nil }
    guard source.isLastTurn else {
      let messages = ChatReader.messages(node, before: end, of: tape, in: bytes, upTo: limit)
      return Content.chat(messages).cut(to: limit)
    }
    let last = ChatReader.message(end, of: tape, in: bytes, upTo: limit)
    return (last.toolCalls.isEmpty ? Content.text(last.text) : .chat([last])).cut(to: limit)
  }

  /// Appends what the digest of the content is made of: text decoded, all else as canonical JSON.
  static func append(
    _ source: TextSource, at node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer,
    to text: inout some TextSink
  ) {
    if let texts = DerivedText.texts(source, at: node, of: tape, in: bytes) {
      text.append(text: texts.count > 1 ? JSONText.list(texts) : texts.first ?? "")
      return
    }
    guard !source.isField, tape[node].kind == .array,
      let last = ChatReader.lastMessage(of: node, of: tape)
    else {
      if !source.isLastTurn { appendText(of: node, of: tape, in: bytes, to: &text) }
      return
    }
    if source.isLastTurn {
      appendTurn(last, of: tape, in: bytes, to: &text)
    } else {
      appendList(of: node, upTo: last, of: tape, in: bytes, to: &text)
    }
  }

  /// Appends a text decoded, a list or object as canonical JSON, a number as written, null as nothing.
  static func appendText(
    of node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, to text: inout some TextSink
  ) {
    switch tape[node].kind {
    case .null: break
    case .array, .object: tape.appendCanonicalJSON(of: node, in: bytes, to: &text)
    default: tape.appendText(of: node, in: bytes, to: &text)
    }
  }

  /// A turn that only says something is its text, so that it equals the same text in a field.
  private static func appendTurn(
    _ turn: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, to text: inout some TextSink
  ) {
    if let content = ChatReader.content(of: turn, of: tape, in: bytes),
      tape[content].kind == .string,
      ChatReader.message(turn, of: tape, in: bytes, upTo: 0).toolCalls.isEmpty
    {
      tape.appendText(of: content, in: bytes, to: &text)
    } else {
      tape.appendCanonicalJSON(of: turn, in: bytes, to: &text)
    }
  }

  private static func appendList(
    of list: Int, upTo end: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer,
    to text: inout some TextSink
  ) {
    text.append(UInt8(ascii: "["))
    var isFirst = true
    for element in tape.children(of: list) where element < end {
      if !isFirst { text.append(UInt8(ascii: ",")) }
      isFirst = false
      tape.appendCanonicalJSON(of: element, in: bytes, to: &text)
    }
    text.append(UInt8(ascii: "]"))
  }

  /// A message's content in parts: `[{"type":"text","text":…}]`.
  private static func isPartList(
    _ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    tape[node].after > node + 1
      && tape.children(of: node).allSatisfy {
        guard let type = tape.value(forKey: "type".utf8, of: $0, in: bytes) else { return false }
        return tape[type].kind == .string
      }
  }
}

extension RecognisedParts.TextSource {
  var isField: Bool { if case .field = self { true } else { false } }
  var isChosenFromList: Bool {
    switch self {
    case .mapped, .bestChoice: true
    default: false
    }
  }
  var isLastTurn: Bool { if case .lastTurn = self { true } else { false } }
}
