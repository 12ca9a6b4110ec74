/// JSON with its keys in the order written here, as a run's own logger writes it.
indirect enum JSONText {
  case string(String)
  case integer(Int)
  /// A number given in thousandths: 943 is `0.943`.
  case thousandths(Int)
  case bool(Bool)
  case null
  case array([JSONText])
  case object([(String, JSONText)])

  /// How a logger writes: version 6 of the assistant was logged with spaces and escapes.
  struct Style {
    var isSpaced = false
    var escapesBeyondASCII = false
  }

  func text(_ style: Style = Style()) -> String {
    let comma = style.isSpaced ? ", " : ","
    let colon = style.isSpaced ? ": " : ":"
    switch self {
    case .string(let value): return Self.quoted(value, style)
    case .integer(let value): return String(value)
    case .thousandths(let value): return Self.decimal(value)
    case .bool(let value): return value ? "true" : "false"
    case .null: return "null"
    case .array(let elements):
      return "[" + elements.map { $0.text(style) }.joined(separator: comma) + "]"
    case .object(let members):
      let texts = members.map { Self.quoted($0.0, style) + colon + $0.1.text(style) }
      return "{" + texts.joined(separator: comma) + "}"
    }
  }

  /// `thousandths` as a decimal without trailing zeros but for one.
  static func decimal(_ thousandths: Int) -> String {
    var digits = String(thousandths % 1000 + 1000).dropFirst()
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return "\(thousandths / 1000).\(digits)"
  }

  private static func quoted(_ text: String, _ style: Style) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.isASCII || !style.escapesBeyondASCII {
          result.unicodeScalars.append(scalar)
        } else {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        }
      }
    }
    return result + "\""
  }
}
