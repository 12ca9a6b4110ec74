import Screen

/// A text on its way to a screen or a document: nothing in it is obeyed, and it stays what it is.
enum ScreenEntry: FuzzEntry {
  static let seeds = [
    "a\u{1B}[31mred\u{1B}[0m", "\u{1B}]52;c;aGk=\u{1B}\\", "\u{9B}31m\u{9D}0;t\u{9C}",
    "\u{202E}txt\u{2066}", "e\u{301}\u{302}",
    "👩\u{200D}👩\u{200D}👧⁺", "🇩🇪🇫", "1\u{FE0F}\u{20E3}", "ok\u{E0069}\u{E0067}",
    "क्षत्रिय\u{1100}\u{AC00}", "漢字\tx\r\ny", "\u{FE0E}☺\u{FE0E}",
  ]
  static let words = [
    "\u{1B}[", "\u{1B}]", "\u{9B}", "\u{90}", "\u{9F}", "\u{200D}", "\u{FE0F}", "\u{FE0E}",
    "\u{20E3}", "\u{202E}", "\u{2069}", "\u{E0041}",
    "\u{1F3FD}", "👨", "\u{301}", "\u{93F}", "\u{E33}", "\u{1160}", "\u{FEFF}", "\u{AD}",
    "\u{10FFFF}", "⟨U+202E⟩", "\r\n",
  ]

  static func take(_ bytes: UnsafeRawBufferPointer) {
    let raw = String(decoding: bytes, as: UTF8.self)
    let text = DisplayText(raw)
    hold(text.width == text.clusters.reduce(0) { $0 + $1.width }, "another sum of widths")
    for cluster in text.clusters { check(cluster) }
    hold(DisplayText(text.string).string.utf8.elementsEqual(text.string.utf8), "not idempotent")
    for columns in [0, 1, 7, 40] {
      let cut = text.truncated(to: columns)
      hold(cut.width <= columns, "wider than was asked for")
      hold(
        DisplayText(raw, maximumColumns: columns).string.utf8.elementsEqual(cut.string.utf8),
        "the beginning alone is another text")
    }
    let shown = HiddenText.shown(raw)
    hold(!shown.unicodeScalars.contains(where: HiddenText.matches), "something hidden is left")
    hold(HiddenText.shown(shown).utf8.elementsEqual(shown.utf8), "shown otherwise the second time")
  }

  private static func check(_ cluster: DisplayText.Cluster) {
    let scalars = cluster.glyph.unicodeScalars
    hold((1...2).contains(cluster.width) && (1...5).contains(scalars.count), "no glyph of a cell")
    for scalar in scalars where scalar.value != 0xFE0E {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        fatalError("U+\(String(scalar.value, radix: 16)) is let through")
      default:
        hold(!scalar.properties.isDefaultIgnorableCodePoint, "an invisible scalar is let through")
      }
    }
  }
}
