/// E-mail addresses, of any script: letters around an `@`, and a name with a dot behind it.
struct EmailFinder: SensitiveTextFinder {
  /// The lengths that RFC 5321 allows.
  private static let longestName = 64
  private static let longestDomain = 255

  func find(in text: RedactionText, _ found: (SensitiveText) -> Void) {
    for (at, scalar) in text.scalars.enumerated() where scalar == UInt32(ascii: "@") {
      var start = text.start(before: at, most: Self.longestName) {
        $0.isWord || $0.isOne(of: "!#$%&'*+-/=?^_`{|}~.")
      }
      while start < at, !text[start].isWord, text[start] != UInt32(ascii: "_") { start += 1 }
      guard start < at, let end = domainEnd(in: text, from: at + 1) else { continue }
      found(SensitiveText(range: start..<end, kind: .email))
    }
  }

  /// Behind the last label of the domain that begins at `start`, if there is one.
  private func domainEnd(in text: RedactionText, from start: Int) -> Int? {
    var index = start
    var end: Int?
    while index - start < Self.longestDomain {
      let label = index
      index = text.end(from: label, most: 63) { $0.isWord || $0 == UInt32(ascii: "-") }
      guard index > label else { break }
      // Not a number such as a version, and not the half of a word.
      if label > start, isTopLevel(text, label..<index) { end = index }
      guard text[index] == UInt32(ascii: ".") else { break }
      index += 1
    }
    return end
  }

  private func isTopLevel(_ text: RedactionText, _ label: Range<Int>) -> Bool {
    if text.has("xn--", at: label.lowerBound) { return true }
    return label.count >= 2 && label.allSatisfy { text[$0].isLetter }
  }
}
