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
    var found: Int?
    var index = start
    while index < text.count {
      let group = index
      index = text.end(from: group, most: lengths.upperBound + 1, \.isDigit)
      digits += text.scalars[group..<index].map { Int($0 - 0x30) }
      guard index > group, digits.count <= lengths.upperBound else { break }
      let isWhole = !text[index].isWord && !(text[index].isOne(of: ".,") && text[index + 1].isDigit)
      if isWhole, lengths.contains(digits.count), isChecked(digits) { found = index }
      guard text[index].isOne(of: " -"), text[index + 1].isDigit else { break }
      index += 1
    }
    return found
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
