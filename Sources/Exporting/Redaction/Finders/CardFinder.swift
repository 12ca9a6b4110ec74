/// Numbers of payment cards: 13 to 19 digits whose last one checks the others (Luhn), beginning as
/// those in use do.
struct CardFinder: PlaceFinder {
  private static let lengths = 13...19

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard text[place].isDigit, !text[place - 1].isDigit else { return .nothing }
    guard let end = Self.end(in: text, from: place) else {
      return .nothingUntil(text.end(from: place, \.isDigit))
    }
    return .found(place..<end, .card)
  }

  /// Behind the card's number that begins at `start`, the longest if there are several.
  private static func end(in text: RedactionText, from start: Int) -> Int? {
    guard !text[start - 1].isWord, !isFraction(text, start), (2...6).contains(text[start] - 0x30)
    else { return nil }
    var digits: [Int] = []
    var groups: [Int] = []
    var hasDots = false
    var found: Int?
    var index = start
    while index < text.count {
      let group = index
      index = text.end(from: group, most: lengths.upperBound + 1, \.isDigit)
      digits += text.scalars[group..<index].map { Int($0 - 0x30) }
      groups.append(index - group)
      guard index > group, digits.count <= lengths.upperBound else { break }
      // Elsewhere dots are parts of numbers, versions and addresses.
      let isCard = lengths.contains(digits.count) && (!hasDots || dotted.contains(groups))
      if isCard, isWhole(text, index), isChecked(digits) { found = index }
      guard text[index].isOne(of: " -."), text[index + 1].isDigit else { break }
      if text[index] == UInt32(ascii: ".") { hasDots = true }
      if hasDots, !dotted.contains(where: { $0.starts(with: groups) }) { break }
      index += 1
    }
    return found
  }

  /// The groups that are printed on cards.
  private static let dotted = [[4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [4, 4, 4, 4, 3]]

  /// How many letters at most stand behind a number without a space: `USD`, `exp`.
  private static let longestWord = 5

  /// Whether the number ends at `end`: a short word may follow at once, but not more of an id, nor a
  /// fraction.
  private static func isWhole(_ text: RedactionText, _ end: Int) -> Bool {
    if text[end].isOne(of: ".,") { return !text[end + 1].isDigit }
    let word = text.end(from: end, most: longestWord + 1, \.isLetter)
    return word - end <= longestWord && !text[word].isWord && text[word] != UInt32(ascii: "_")
  }

  private static func isFraction(_ text: RedactionText, _ start: Int) -> Bool {
    text[start - 1].isOne(of: ".,") && text[start - 2].isDigit
  }

  private static func isChecked(_ digits: [Int]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = place.isMultiple(of: 2) ? digit : 2 * digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum.isMultiple(of: 10)
  }
}
