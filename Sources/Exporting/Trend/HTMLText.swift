import Screen

/// Text for HTML and SVG.
enum HTMLText {
  /// The text with what a browser would obey escaped, and what nobody sees made visible, so that a
  /// name cannot turn the order of what follows around.
  static func escaped(_ text: String) -> String {
    DisplayText(text).string.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
  }
}
