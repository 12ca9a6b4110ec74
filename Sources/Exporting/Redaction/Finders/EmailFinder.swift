/// E-mail addresses, of any script: letters or a quoted name before an `@`, and a name with a dot
/// behind it.
struct EmailFinder: SensitiveTextFinder {
  /// The lengths that RFC 5321 allows.
  private static let longestName = 64
  private static let longestDomain = 255

  func find(in text: RedactionText, _ found: (SensitiveText) -> Void) {
    for (at, scalar) in text.scalars.enumerated() where scalar == UInt32(ascii: "@") {
      guard let start = nameStart(in: text, before: at),
        let end = domainEnd(in: text, from: at + 1)
      else { continue }
      found(SensitiveText(range: start..<end, kind: .email))
    }
  }

  /// Where the name before the `@` begins, if there is one.
  private func nameStart(in text: RedactionText, before at: Int) -> Int? {
    if text[at - 1] == Self.quote { return quotedNameStart(in: text, before: at - 1) }
    var start = text.start(before: at, most: Self.longestName) {
      $0.isWord || $0.isOne(of: "!#$%&'*+-/=?^_`{|}~.")
    }
    while start < at, !text[start].isWord, text[start] != UInt32(ascii: "_") { start += 1 }
    return start < at ? start : nil
  }

  private static let quote = UInt32(ascii: "\"")

  /// The same of a name in quotes, `"jane doe"@example.com`, which may hold what no other can.
  private func quotedNameStart(in text: RedactionText, before end: Int) -> Int? {
    var index = end - 1
    while index >= 0, end - index <= Self.longestName, text[index] != 0x0A {
      // A quote behind a backslash is a part of the name.
      if text[index] == Self.quote, text[index - 1] != UInt32(ascii: "\\") {
        return index < end - 1 ? index : nil
      }
      index -= 1
    }
    return nil
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
