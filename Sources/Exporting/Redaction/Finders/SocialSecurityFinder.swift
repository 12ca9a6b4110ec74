/// Social security numbers of the United States, `078-05-1120`, of those that can have been given.
struct SocialSecurityFinder: PlaceFinder {
  private static let length = 11

  func look(at place: Int, in text: RedactionText) -> Glance {
    Self.isNumber(text, place) ? .found(place..<place + Self.length, .socialSecurity) : .nothing
  }

  private static func isNumber(_ text: RedactionText, _ start: Int) -> Bool {
    guard text[start].isDigit, text[start + 3].isOne(of: "- "), text[start + 6] == text[start + 3]
    else { return false }
    let digits = [0, 1, 2, 4, 5, 7, 8, 9, 10].map { text[start + $0] }
    guard digits.allSatisfy(\.isDigit) else { return false }
    let isBounded = [text[start - 1], text[start + length]].allSatisfy {
      !$0.isWord && !$0.isOne(of: "-.")
    }
    let value = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 - 0x30 } }
    return isBounded && ![0, 666].contains(value(0..<3)) && value(0..<3) < 900
      && value(3..<5) != 0 && value(5..<9) != 0
  }
}
