import Predictions
import Reviewing
import Screen

/// JSON text made piece by piece, with nothing in it that a terminal would obey.
enum JSONWriting {
  /// `text` in quotes.
  ///
  /// Besides what JSON demands, controls of the second range, bidirectional marks and what else is
  /// hidden are written as escapes: the same text for every reader of JSON, and harmless where
  /// it is printed.
  static func string(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.appendString(text.utf8, to: &bytes)
    return escapingHazards(String(decoding: bytes, as: UTF8.self))
  }

  static func array(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ",") + "]"
  }

  /// An object of values that are JSON already.
  static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { string($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  /// A prediction's text, messages or value.
  static func content(_ content: Content) -> String {
    switch content {
    case .text(let text): string(text)
    case .chat(let messages): array(messages.map(message))
    // Canonical text keeps a bare NaN, which strict readers refuse; then it is given as a text.
    case .json(let json): hasBareWord(json) ? string(json) : escapingHazards(json)
    }
  }

  static func number(_ value: Double) -> String {
    guard value.isFinite else { return string("\(value)") }
    return value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }

  private static func message(_ message: ChatMessage) -> String {
    var members = [
      (key: "role", value: string(message.role)), (key: "content", value: string(message.text)),
    ]
    if !message.toolCalls.isEmpty {
      let calls = message.toolCalls.map {
        object([("name", string($0.name)), ("arguments", string($0.arguments))])
      }
      members.append(("tool_calls", array(calls)))
    }
    return object(members)
  }

  /// Outside of ASCII scalars stand only in strings, so escaping them anywhere is right.
  private static func escapingHazards(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: HiddenText.matches) else { return json }
    var result = ""
    for scalar in json.unicodeScalars {
      guard HiddenText.matches(scalar) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }
    }
    return result
  }

  /// Whether a `NaN` or an infinity stands outside of strings.
  private static func hasBareWord(_ json: String) -> Bool {
    var isInString = false
    var isEscaped = false
    for byte in json.utf8 {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "N") || byte == UInt8(ascii: "I") {
        return true
      }
    }
    return false
  }
}
