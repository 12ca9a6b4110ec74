/// Reads conversations: lists of messages with a role and a content, in the spellings in use.
///
/// A content is a text, or a list of parts of which the texts are joined and the others named as
/// `[image]`; tool calls are those of OpenAI, Anthropic and Inspect. `from` and `value` in place of
/// `role` and `content` are read as well.
enum ChatReader {
  private static let roleKeys = ["role", "from", "speaker"]
  private static let contentKeys = ["content", "value", "text", "message"]

  /// A list that is not empty, every element of which names its role.
  static func isChat(_ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard tape[node].kind == .array, tape[node].after > node + 1 else { return false }
    return tape.children(of: node).allSatisfy { message in
      role(of: message, of: tape, in: bytes) != nil
        && (content(of: message, of: tape, in: bytes) != nil
          || tape.value(forKey: "tool_calls".utf8, of: message, in: bytes) != nil
          || tape.value(forKey: "function_call".utf8, of: message, in: bytes) != nil)
    }
  }

  /// The messages of a list for which ``isChat(_:of:in:)`` holds.
  ///
  /// - Parameters:
  ///   - end: the first message that is not wanted; without one all are.
  ///   - limit: how many bytes of their texts are wanted. Of longer conversations there are more than
  ///     that, but not much, as ``Content/cut(to:)`` needs it.
  static func messages(
    _ node: Int, before end: Int = .max, of tape: JSONTape, in bytes: UnsafeRawBufferPointer,
    upTo limit: Int
  ) -> [ChatMessage] {
    var room = limit
    var messages: [ChatMessage] = []
    for child in tape.children(of: node) where child < end && room >= 0 {
      let message = message(child, of: tape, in: bytes, upTo: room)
      messages.append(message)
      room -= message.byteCount
    }
    return messages
  }

  /// Who spoke last: `assistant`, `gpt`, `user`, …
  static func lastRole(
    of node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> String? {
    lastMessage(of: node, of: tape).flatMap { role(of: $0, of: tape, in: bytes) }
  }

  /// The last message's node.
  static func lastMessage(of node: Int, of tape: JSONTape) -> Int? {
    var last: Int?
    for message in tape.children(of: node) { last = message }
    return last
  }

  /// The roles that mean the model.
  static func isModel(_ role: String) -> Bool {
    ["assistant", "gpt", "model", "ai", "bot", "chatbot"].contains(role.lowercased())
  }

  /// One message; where its texts are longer than `limit`, at least that much of each.
  static func message(
    _ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, upTo limit: Int
  ) -> ChatMessage {
    var texts: [String] = []
    var calls: [ToolCall] = []
    if let content = content(of: node, of: tape, in: bytes) {
      read(content, of: tape, in: bytes, upTo: limit, texts: &texts, calls: &calls)
    }
    for key in ["tool_calls", "function_call"] {
      guard let value = tape.value(forKey: key.utf8, of: node, in: bytes) else { continue }
      let elements = tape[value].kind == .array ? Array(tape.children(of: value)) : [value]
      calls += elements.compactMap { call($0, of: tape, in: bytes, upTo: limit) }
    }
    return ChatMessage(
      role: role(of: node, of: tape, in: bytes) ?? "", text: texts.joined(separator: "\n"),
      toolCalls: calls)
  }

  /// The node of what a message says, where it is not null.
  static func content(
    of message: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> Int? {
    for key in contentKeys {
      if let value = tape.value(forKey: key.utf8, of: message, in: bytes),
        tape[value].kind != .null
      {
        return value
      }
    }
    return nil
  }

  /// The texts of a content that is given in parts; of those longer than `limit` at least that much.
  static func joined(
    _ content: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, upTo limit: Int
  ) -> String {
    var texts: [String] = []
    var calls: [ToolCall] = []
    read(content, of: tape, in: bytes, upTo: limit, texts: &texts, calls: &calls)
    return (texts + calls.map { "\($0.name)(\($0.arguments))" }).joined(separator: "\n")
  }

  private static func role(
    of message: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> String? {
    for key in roleKeys {
      if let value = tape.value(forKey: key.utf8, of: message, in: bytes),
        tape[value].kind == .string
      {
        return tape.text(of: value, in: bytes)
      }
    }
    return nil
  }

  private static func read(
    _ content: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, upTo limit: Int,
    texts: inout [String], calls: inout [ToolCall]
  ) {
    switch tape[content].kind {
    case .string: texts.append(tape.text(of: content, in: bytes, beyond: limit))
    case .array:
      for part in tape.children(of: content) {
        readPart(part, of: tape, in: bytes, upTo: limit, texts: &texts, calls: &calls)
      }
    case .object: readPart(content, of: tape, in: bytes, upTo: limit, texts: &texts, calls: &calls)
    default: texts.append(tape.text(of: content, in: bytes, beyond: limit))
    }
  }

  private static func readPart(
    _ part: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, upTo limit: Int,
    texts: inout [String], calls: inout [ToolCall]
  ) {
    guard tape[part].kind == .object else {
      texts.append(tape.text(of: part, in: bytes, beyond: limit))
      return
    }
    let type = text("type", of: part, of: tape, in: bytes) ?? ""
    if type == "tool_use" || type == "tool_call",
      let call = call(part, of: tape, in: bytes, upTo: limit)
    {
      calls.append(call)
    } else if let text = firstText(of: part, of: tape, in: bytes, upTo: limit) {
      texts.append(type == "reasoning" || type == "thinking" ? "[\(type)] \(text)" : text)
    } else if type.isEmpty {
      texts.append(tape.canonicalJSON(of: part, in: bytes, beyond: limit))
    } else {
      texts.append("[\(kind(type))]")
    }
  }

  /// `image_url` and `input_image` are both an image.
  private static func kind(_ type: String) -> String {
    ["image", "audio", "video", "document", "file"].first { type.contains($0) } ?? type
  }

  private static func firstText(
    of part: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, upTo limit: Int
  ) -> String? {
    for key in ["text", "content", "reasoning", "thinking", "refusal"] {
      if let text = text(key, of: part, of: tape, in: bytes, upTo: limit) { return text }
    }
    return nil
  }

  private static func text(
    _ key: String, of object: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer,
    upTo limit: Int = .max
  ) -> String? {
    guard let value = tape.value(forKey: key.utf8, of: object, in: bytes),
      tape[value].kind == .string
    else { return nil }
    return tape.text(of: value, in: bytes, beyond: limit)
  }

  private static func call(
    _ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, upTo limit: Int
  ) -> ToolCall? {
    var holder = node
    if let function = tape.value(forKey: "function".utf8, of: node, in: bytes) {
      if tape[function].kind == .object { holder = function }
    }
    let name =
      text("name", of: holder, of: tape, in: bytes)
      ?? text("function", of: holder, of: tape, in: bytes)
    guard let name else { return nil }
    for key in ["arguments", "input", "args", "parameters"] {
      guard let value = tape.value(forKey: key.utf8, of: holder, in: bytes) else { continue }
      let arguments =
        tape[value].kind == .string
        ? tape.text(of: value, in: bytes, beyond: limit)
        : tape.canonicalJSON(of: value, in: bytes, beyond: limit)
      return ToolCall(name: name, arguments: arguments)
    }
    return ToolCall(name: name, arguments: "")
  }
}

extension JSONTape {
  /// A text; of one that is longer than `limit` more than that, but not much.
  fileprivate func text(
    of node: Int, in bytes: UnsafeRawBufferPointer, beyond limit: Int
  ) -> String {
    guard limit < Int.max - Self.longestCharacter else { return text(of: node, in: bytes) }
    return beginning(of: node, in: bytes, upTo: limit + Self.longestCharacter).text
  }

  /// The same of a value as canonical JSON.
  fileprivate func canonicalJSON(
    of node: Int, in bytes: UnsafeRawBufferPointer, beyond limit: Int
  ) -> String {
    guard limit < Int.max - Self.longestCharacter else { return canonicalJSON(of: node, in: bytes) }
    var json = TextBeginning(upTo: limit + Self.longestCharacter)
    appendCanonicalJSON(of: node, in: bytes, to: &json)
    return json.text
  }

  /// A text that is cut ends before a character that did not fit, and so is longer than its limit
  /// still.
  private static let longestCharacter = 4
}
