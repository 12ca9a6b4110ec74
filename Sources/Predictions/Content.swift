/// What an input, an output or a target holds, decoded but not made safe for a terminal.
package enum Content: Hashable, Sendable {
  case text(String)
  case chat([ChatMessage])
  /// Any other list or object, as canonical JSON: sorted keys, no spaces, numbers as written.
  case json(String)

  /// The text that find, digests of display text and one-line lists use.
  package var plainText: String {
    switch self {
    case .text(let text), .json(let text): text
    case .chat(let messages): messages.map(\.plainText).joined(separator: "\n")
    }
  }
}

/// One turn of a conversation.
package struct ChatMessage: Hashable, Sendable {
  /// `system`, `user`, `assistant`, `tool` or whatever the file says; empty where it says nothing.
  package let role: String
  /// Text parts joined by line breaks; an image or other part as `[image]`, `[audio]`, …
  package let text: String
  package let toolCalls: [ToolCall]

  package init(role: String, text: String, toolCalls: [ToolCall] = []) {
    self.role = role
    self.text = text
    self.toolCalls = toolCalls
  }

  /// The message without its role.
  package var plainText: String {
    ([text] + toolCalls.map { "\($0.name)(\($0.arguments))" })
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

/// A model's request to run a function.
package struct ToolCall: Hashable, Sendable {
  package let name: String
  /// The arguments as the file wrote them, usually JSON.
  package let arguments: String

  package init(name: String, arguments: String) {
    self.name = name
    self.arguments = arguments
  }
}
