import Screen

/// One cell of delimited text.
enum DelimitedCell {
  /// `text` as a cell, in quotes where it holds what separates cells in any locale.
  static func text(_ text: String, isSpreadsheetSafe: Bool) -> String {
    let isFormula = isSpreadsheetSafe && beginsLikeFormula(text)
    let safe = isFormula ? "'" + text : text
    guard isFormula || needsQuotes(text) else { return safe }
    // By scalars: an accent joins a quote to one character, which ends the cell all the same.
    var quoted = "\"".unicodeScalars
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return String(quoted) + "\""
  }

  private static func needsQuotes(_ text: String) -> Bool {
    text.utf8.contains { quoted.contains($0) } || text.unicodeScalars.first == " "
      || text.unicodeScalars.last == " "
  }

  private static let quoted = Set(",;\t\"\r\n".utf8)

  /// Whether a spreadsheet may take the text for a formula.
  ///
  /// Some programs drop white space and invisible characters before they look, and take full-width
  /// signs for the plain ones.
  static func beginsLikeFormula(_ text: String) -> Bool {
    for (place, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "\t", "\r", "\n": return true
      case "=", "+", "-", "@", "|", "%", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FF1B}",
        "\u{2212}":
        return true
      default:
        let isSkipped =
          scalar.properties.isWhitespace || HiddenText.matches(scalar) || scalar == "\u{200D}"
          || scalar == "\u{200C}"
        guard isSkipped, place < 64 else { return false }
      }
    }
    return false
  }
}
