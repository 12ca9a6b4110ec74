extension Prediction {
  /// As many bytes of a text are more than a screen shows at once.
  package static let screenLength = 64 << 10

  /// The bytes of its texts.
  var byteCount: Int { [input, output, target].reduce(0) { $0 + ($1?.byteCount ?? 0) } }

  /// An excerpt has less than the prediction.
  var isLong: Bool {
    [input, output, target].contains { ($0?.byteCount ?? 0) > Content.excerptLength }
  }

  /// The prediction with the beginning of its texts.
  var excerpt: Prediction {
    var excerpt = self
    excerpt.input = input?.excerpt
    excerpt.output = output?.excerpt
    excerpt.target = target?.excerpt
    return excerpt
  }
}

extension Content {
  /// More of a text than a list shows of a row.
  static let excerptLength = 16 << 10

  var byteCount: Int {
    switch self {
    case .text(let text), .json(let text): text.utf8.count
    case .chat(let messages): messages.reduce(0) { $0 + $1.byteCount }
    }
  }

  /// The content, or its beginning where it is longer than `limit`.
  func cut(to limit: Int) -> (content: Content, isCut: Bool) {
    guard byteCount > limit else { return (self, false) }
    return switch self {
    case .text(let text): (.text(text.beginning(limit)), true)
    case .json(let text): (.json(text.beginning(limit)), true)
    case .chat(let messages): (.chat(Self.beginning(of: messages, limit)), true)
    }
  }

  /// For a list, a conversation that is cut is the text of its first messages: the last ones, which
  /// a list would show, are not there.
  fileprivate var excerpt: Content {
    let (content, isCut) = cut(to: Self.excerptLength)
    return isCut ? .text(content.plainText) : content
  }

  /// The first messages, the last of them without what does not fit.
  private static func beginning(of messages: [ChatMessage], _ limit: Int) -> [ChatMessage] {
    var room = limit
    var beginning: [ChatMessage] = []
    for message in messages where room > 0 {
      let text = message.text.beginning(room)
      // Where half a character did not fit, nothing does that comes later.
      room = text.utf8.count < message.text.utf8.count ? 0 : room - text.utf8.count - 1
      let calls = message.toolCalls.prefix { call in
        room -= call.arguments.utf8.count
        return room >= 0
      }
      beginning.append(ChatMessage(role: message.role, text: text, toolCalls: Array(calls)))
    }
    return beginning
  }
}

extension ChatMessage {
  /// The bytes of its texts.
  var byteCount: Int {
    toolCalls.reduce(text.utf8.count) { $0 + $1.arguments.utf8.count }
  }
}

extension String {
  /// At most so many bytes of the text, and no part of a scalar: a cluster may be longer than any
  /// excerpt.
  fileprivate func beginning(_ count: Int) -> String {
    guard utf8.count > count else { return self }
    var beginning = TextBeginning(upTo: count)
    beginning.append(text: self)
    return beginning.text
  }
}
