import Screen

/// An interval and what lies in its middle on a line from 0 to 1: `  ├──●────┤   `.
enum IntervalBar {
  /// - Parameter end: the share that the line ends at, for rates that are all small.
  static func text(
    low: Double, rate: Double, high: Double, upTo end: Double, columns: Int, glyphs: GlyphSet
  ) -> DisplayText {
    guard columns > 0, end > 0 else { return "" }
    let place = { (share: Double) in
      max(0, min(columns - 1, Int((share / end * Double(columns - 1)).rounded())))
    }
    let signs: (Character, Character, Character, Character) =
      glyphs == .unicode ? ("├", "─", "┤", "●") : ("[", "-", "]", "o")
    var line = Array(repeating: Character(" "), count: columns)
    for column in place(low)...max(place(low), place(high)) { line[column] = signs.1 }
    line[place(low)] = signs.0
    line[place(high)] = signs.2
    line[place(rate)] = signs.3
    return DisplayText(String(line))
  }
}
