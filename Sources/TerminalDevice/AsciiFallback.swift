import Screen

/// What a terminal without UTF-8 shows in place of a glyph.
enum AsciiFallback {
  /// The glyph itself where it is ASCII, else something as wide that resembles it, else `?`.
  static func glyph(for cell: Cell) -> String {
    if cell.glyph.utf8.allSatisfy({ $0 < 0x80 }) { return cell.glyph }
    return lookalikes[cell.glyph] ?? String(repeating: "?", count: max(1, cell.width))
  }

  private static let lookalikes: [String: String] = [
    "⟨": "<", "⟩": ">", "×": "x", "⁺": "+", "⏎": "$", "…": "~", "·": "-", "░": "#",
    "─": "-", "│": "|", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "├": "+", "┤": "+",
    "▸": ">", "✓": "+", "✗": "x", "⚑": "!", "⊘": "0", "↑": "^", "↓": "v", "█": "#",
    "▇": "#", "▁": "_", "‘": "'", "’": "'", "“": "\"", "”": "\"", "–": "-", "—": "-",
    "\u{A0}": " ",
  ]
}
