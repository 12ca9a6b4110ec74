/// Writes JSON by hand: one line, keys in the order given, nothing that a terminal would obey.
enum LineJSON {
  /// A string with its quotes; controls and Unicode's line separators are escaped.
  static func string(_ text: String) -> String {
    var result = ""
    append(text, to: &result)
    return result
  }

  static func array(_ texts: [String]) -> String {
    "[" + texts.map(string).joined(separator: ",") + "]"
  }

  static func bool(_ value: Bool) -> String { value ? "true" : "false" }

  /// An object of numbers, nothing where there are none; what JSON cannot write is left out.
  static func numbers(_ numbers: [String: Double]) -> String? {
    let finite = numbers.filter(\.value.isFinite)
    guard !finite.isEmpty else { return nil }
    let keys = finite.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let members = keys.map { "\(string($0)):\(finite[$0] ?? 0)" }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// An object of values that are JSON already; absent ones are left out. Keys are plain words.
  static func object(_ members: [(key: String, value: String?)]) -> String {
    let written = members.compactMap { member in
      member.value.map { "\"\(member.key)\":\($0)" }
    }
    return "{" + written.joined(separator: ",") + "}"
  }

  private static func append(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // Controls of both ranges, and the separators that some readers take for the end of a line.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
