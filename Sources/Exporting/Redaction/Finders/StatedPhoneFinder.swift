/// Phone numbers that the word before them gives away: `phone: 2025550143`, `tel=030 123456`.
struct StatedPhoneFinder: PlaceFinder {
  private static let digits = 7...15
  /// Digits and what may stand between them.
  private static let longest = 32

  private static let names = StatedNames([
    "phone", "telephone", "tel", "mobile", "fax", "whatsapp", "telefon", "téléphone", "telefono",
    "teléfono",
  ])

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard text[place].isWord, !text[place - 1].isWord else { return .nothing }
    return Self.names.end(in: text, at: place).flatMap { Self.number(in: text, behind: $0) }
      .map { .found($0, .phone) } ?? .nothingUntil(text.end(from: place, \.isWord))
  }

  private static func number(in text: RedactionText, behind name: Int) -> Range<Int>? {
    var index = name
    for word in ["number", "nummer", "no.", "no", "nr.", "nr"] as [StaticString] {
      let start = text.end(from: name, most: 1) { $0.isOne(of: " _-") }
      guard text.has(word, at: start), !text[start + word.utf8CodeUnitCount].isWord else {
        continue
      }
      index = start + word.utf8CodeUnitCount
      break
    }
    guard !text[index].isWord else { return nil }
    if text[index] == UInt32(ascii: ".") { index += 1 }
    guard
      let start = StatedNames.valueStart(in: text, behind: index)
        ?? StatedNames.saidStart(in: text, behind: index)
    else { return nil }
    let end = text.end(from: start, most: longest) { $0.isDigit || $0.isOne(of: "+ -./()") }
    let last = text.start(before: end, most: longest) { !$0.isDigit }
    let found = text.scalars[start..<max(start, last)].count(where: \.isDigit)
    return digits.contains(found) && !text[last].isWord ? start..<last : nil
  }
}
