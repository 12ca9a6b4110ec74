/// A text that ends by saying the same thing again and again.
enum Looping {
  private static let longestPeriod = 200
  private static let leastRepeats = 4
  private static let leastBytes = 48

  /// Whether the end of `text` repeats with a period of up to ``longestPeriod`` bytes.
  ///
  /// Bounded by the tail that is looked at, not by the text.
  static func endsInLoop(_ text: [UInt8]) -> Bool {
    guard let last = text.lastIndex(where: { $0 > 0x20 }) else { return false }
    let end = last + 1
    guard end >= leastBytes else { return false }
    for period in 1...min(longestPeriod, end / leastRepeats) {
      let needed = max(period * (leastRepeats - 1), leastBytes)
      guard end >= needed + period, isLetterInside(text[(end - period)..<end]) else { continue }
      var at = end - 1
      var run = 0
      while run < needed, text[at] == text[at - period] {
        run += 1
        at -= 1
      }
      if run == needed { return true }
    }
    return false
  }

  /// Rules of dashes and rows of dots are decoration.
  private static func isLetterInside(_ period: ArraySlice<UInt8>) -> Bool {
    period.contains { $0 >= 0x80 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
  }
}
