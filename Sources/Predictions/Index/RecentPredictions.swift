/// The predictions that were read last: a screen asks for the same ones again and again.
struct RecentPredictions {
  private static let limit = 64

  /// More text than that is kept of the last one only.
  private let byteLimit: Int
  private var predictions: [Prediction] = []
  private(set) var byteCount = 0

  init(byteLimit: Int = 64 << 20) {
    self.byteLimit = byteLimit
  }

  subscript(row: Int) -> Prediction? { predictions.first { $0.row == row } }

  /// Remembers one more and forgets those that were added first.
  mutating func add(_ prediction: Prediction) {
    predictions.append(prediction)
    byteCount += prediction.byteCount
    while predictions.count > 1, predictions.count > Self.limit || byteCount > byteLimit {
      byteCount -= predictions.removeFirst().byteCount
    }
  }
}

extension Prediction {
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
    case .chat(let messages):
      messages.reduce(0) { count, message in
        message.toolCalls.reduce(count + message.text.utf8.count) { $0 + $1.arguments.utf8.count }
      }
    }
  }

  fileprivate var excerpt: Content {
    guard byteCount > Self.excerptLength else { return self }
    return switch self {
    case .text(let text): .text(text.beginning(Self.excerptLength))
    case .json(let text): .json(text.beginning(Self.excerptLength))
    case .chat(let messages): .text(Content.chat(Self.beginning(of: messages)).plainText)
    }
  }

  /// The first messages, without tool calls where even the first text is too long.
  private static func beginning(of messages: [ChatMessage]) -> [ChatMessage] {
    var room = excerptLength
    var beginning: [ChatMessage] = []
    for message in messages where room > 0 {
      let text = message.text.beginning(room)
      room -= text.utf8.count + 1
      beginning.append(ChatMessage(role: message.role, text: text))
    }
    return beginning
  }
}

extension String {
  /// At most so many bytes of the text, and no part of a character.
  fileprivate func beginning(_ count: Int) -> String {
    guard utf8.count > count else { return self }
    let end = utf8.index(startIndex, offsetBy: count)
    return String(self[..<(end.samePosition(in: self) ?? index(before: end))])
  }
}
