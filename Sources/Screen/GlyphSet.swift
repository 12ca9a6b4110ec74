/// The glyphs that the program draws itself, for terminals with and without Unicode.
package enum GlyphSet: Sendable {
  case unicode, ascii

  /// The pieces of a frame.
  package struct Border: Sendable {
    package let topLeft: DisplayText
    package let topRight: DisplayText
    package let bottomLeft: DisplayText
    package let bottomRight: DisplayText
    package let horizontal: DisplayText
    package let vertical: DisplayText
  }

  /// A sign with one meaning.
  package enum Mark: CaseIterable, Sendable {
    case ok, wrong, unsure, upsetting, badTarget
    case selected, ellipsis, separator
    /// One column of covered text.
    case hidden
    /// The part of a scroll bar that shows where one is, and the rest of it.
    case scroll, scrollTrack
    case up, down
  }

  /// The frame: rounded where the terminal can draw it.
  package var border: Border {
    switch self {
    case .unicode: GlyphSet.roundedBorder
    case .ascii: GlyphSet.plainBorder
    }
  }

  /// The glyph of a sign, always one column.
  package func mark(_ mark: Mark) -> DisplayText {
    self == .unicode ? mark.unicode : mark.ascii
  }

  /// A bar from the left: `fraction` of `columns` filled, to an eighth of a column.
  package func bar(_ fraction: Double, columns: Int) -> DisplayText {
    let eighths = GlyphSet.steps(fraction, of: columns * 8)
    guard self == .unicode else {
      let filled = (eighths + 4) / 8
      return DisplayText(repeating: "#", count: filled)
        .padded(to: columns)
    }
    var bar = DisplayText(repeating: "█", count: eighths / 8)
    if eighths % 8 > 0 { bar.append(GlyphSet.leftEighths[eighths % 8]) }
    return bar.padded(to: columns)
  }

  /// A thick line over a thin one; anything above zero shows at least one thick column.
  package func meter(_ fraction: Double, columns: Int) -> DisplayText {
    let filled = GlyphSet.steps(fraction, of: columns)
    return DisplayText(repeating: self == .unicode ? "▇" : "#", count: filled)
      + DisplayText(repeating: self == .unicode ? "▁" : "-", count: columns - filled)
  }

  /// One column that stands `fraction` high, for sparklines.
  package func column(_ fraction: Double) -> DisplayText {
    let height = GlyphSet.steps(fraction, of: 8)
    return self == .unicode ? GlyphSet.lowerEighths[height] : GlyphSet.asciiHeights[height]
  }

  /// Rounds to whole steps, but nothing to none and only everything to all.
  private static func steps(_ fraction: Double, of count: Int) -> Int {
    guard count > 0, fraction > 0 else { return 0 }
    guard fraction < 1 else { return count }
    let rounded = Int(fraction * Double(count) + 0.5)
    return min(max(1, rounded), max(1, count - 1))
  }

  private static let leftEighths: [DisplayText] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  private static let lowerEighths: [DisplayText] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let asciiHeights: [DisplayText] = [" ", "_", "_", ".", "-", "-", "=", "+", "#"]

  private static let roundedBorder = Border(
    topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯", horizontal: "─",
    vertical: "│")
  private static let plainBorder = Border(
    topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", horizontal: "-",
    vertical: "|")
}

extension GlyphSet.Mark {
  fileprivate var unicode: DisplayText {
    switch self {
    case .ok: "✓"
    case .wrong: "✗"
    case .unsure: "?"
    case .upsetting: "⚑"
    case .badTarget: "⊘"
    case .selected: "▸"
    case .ellipsis: "…"
    case .separator: "·"
    case .hidden: "░"
    case .scroll: "█"
    case .scrollTrack: "│"
    case .up: "↑"
    case .down: "↓"
    }
  }

  fileprivate var ascii: DisplayText {
    switch self {
    case .ok: "+"
    case .wrong: "x"
    case .unsure: "?"
    case .upsetting: "!"
    case .badTarget: "0"
    case .selected: ">"
    case .ellipsis: "~"
    case .separator: "-"
    case .hidden: "#"
    case .scroll: "#"
    case .scrollTrack: "|"
    case .up: "^"
    case .down: "v"
    }
  }
}

extension DisplayText {
  /// A text several times in a row.
  package init(repeating text: DisplayText, count: Int) {
    self.init()
    for _ in 0..<max(0, count) { append(text) }
  }
}
