/// Files of rows whose texts are written in every way that the formats allow, and patterns to look
/// for in them: what is the same text need not be the same bytes.
package enum RandomRows {
  private static let pieces = [
    "Refund", "refund", "policy", "ikea", "KIK", " ", " ", "17", "2", "n", "a/b", "\"", "\\", ",",
    ": ", "[", "{", "\n", "\t", "é", "É", "漢字", "😀", "\u{212A}", "\u{130}", "<b>", "\u{1B}", "#",
    "nfoo", "true", "null",
  ]

  /// A JSON Lines text of `count` rows, some of them damaged or no objects.
  package static func lines(
    _ count: Int, using random: inout some RandomNumberGenerator
  ) -> String {
    (0..<count).map { _ in line(using: &random) }.joined(separator: "\n") + "\n"
  }

  /// A table of `count` rows.
  package static func table(
    _ count: Int, using random: inout some RandomNumberGenerator
  ) -> String {
    let rows = (0..<count).map { _ in
      (0..<4).map { _ in
        "\""
          + text(using: &random).split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\""
      }.joined(separator: ",")
    }
    return (["id,input,output,target"] + rows).joined(separator: "\n") + "\n"
  }

  /// What somebody could look for: a part of a text, in any case, now and then with a wildcard.
  package static func pattern(using random: inout some RandomNumberGenerator) -> String {
    var text = text(using: &random)
    let first = Int.random(in: 0...text.count, using: &random)
    text = String(text.dropFirst(first).prefix(Int.random(in: 1...8, using: &random)))
    return switch Int.random(in: 0..<6, using: &random) {
    case 0: text.uppercased()
    case 1: text.lowercased()
    case 2: text.prefix(2) + "*" + text.suffix(2)
    default: text
    }
  }

  private static func text(using random: inout some RandomNumberGenerator) -> String {
    let count = Int.random(in: 0...5, using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func line(using random: inout some RandomNumberGenerator) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return "{\"input\":\"refund"
    case 1: return "[\(string(using: &random))]"
    default: break
    }
    var fields = [
      "\"input\":\(value(using: &random))", "\"output\":\(value(using: &random))",
      "\"other\": \(string(using: &random))",
    ]
    if Bool.random(using: &random) { fields.append("\"id\":\(string(using: &random))") }
    if Bool.random(using: &random) { fields.append("\"target\":\(value(using: &random))") }
    return "{\(fields.shuffled(using: &random).joined(separator: ", "))}"
  }

  private static func value(using random: inout some RandomNumberGenerator) -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: "[\(string(using: &random)) , \(string(using: &random))]"
    case 1: "{\"refund\" : \(string(using: &random)), \"a\": [17, true]}"
    case 2:
      "[{\"role\":\"user\",\"content\":\(string(using: &random))},"
        + "{\"role\":\"assistant\",\"content\":[{\"type\":\"image_url\"},"
        + "{\"type\":\"text\",\"text\":\(string(using: &random))}]}]"
    case 3: "17.50"
    default: string(using: &random)
    }
  }

  /// A text in quotes with any of its characters escaped.
  private static func string(using random: inout some RandomNumberGenerator) -> String {
    let escapes = Int.random(in: 0..<4, using: &random)
    let units = text(using: &random).flatMap { character -> [String] in
      let isSpecial = "\"\\".contains(character) || character < " "
      if isSpecial || Int.random(in: 0..<8, using: &random) < escapes {
        return character.utf16.map { escape($0, using: &random) }
      }
      return [String(character)]
    }
    return "\"\(units.joined())\""
  }

  private static func escape(
    _ unit: UInt16, using random: inout some RandomNumberGenerator
  ) -> String {
    if Bool.random(using: &random) {
      switch unit {
      case 0x0A: return "\\n"
      case 0x09: return "\\t"
      case 0x22: return "\\\""
      case 0x2F: return "\\/"
      case 0x5C: return "\\\\"
      default: break
      }
    }
    let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
