import Screen

/// Text within HTML: whatever it holds, it stays text.
enum HTMLText {
  /// `text` with what is hidden made visible, and every character that begins markup escaped, for
  /// content and for attributes alike.
  ///
  /// By scalars: a quote mark that an accent joins to one character still ends an attribute.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in HiddenText.shown(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        // What is no character in any document, and ends one in some readers.
        if scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value) {
          result += "\u{FFFD}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// A sentence, in which text from outside is isolated from the direction of the rest.
  static func markup(of text: ReportText) -> String {
    text.pieces.map { piece in
      switch piece {
      case .own(let words): escaped(words)
      case .quoted(let text): "<bdi>\(escaped(ReportText.line(text)))</bdi>"
      }
    }.joined()
  }
}

/// An element with its attributes, whose values are escaped, around content that is markup already.
func element(
  _ name: String, _ attributes: [(String, String)] = [], _ content: String
) -> String {
  "<\(name)\(attributeText(attributes))>\(content)</\(name)>"
}

/// An element without content.
func element(_ name: String, _ attributes: [(String, String)]) -> String {
  "<\(name)\(attributeText(attributes)) />"
}

private func attributeText(_ attributes: [(String, String)]) -> String {
  attributes.map { " \($0)=\"\(HTMLText.escaped($1))\"" }.joined()
}
