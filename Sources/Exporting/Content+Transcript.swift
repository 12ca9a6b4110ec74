import Predictions

extension Content {
  /// The content as one text to read: a chat with its roles, line by line.
  var transcript: String {
    switch self {
    case .text(let text), .json(let text): text
    case .chat(let messages):
      messages.map { message in
        message.role.isEmpty ? message.plainText : "\(message.role): \(message.plainText)"
      }.joined(separator: "\n")
    }
  }
}
