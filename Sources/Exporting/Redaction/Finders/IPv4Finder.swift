/// Addresses of the Internet in four numbers; not versions, which look the same and say so.
struct IPv4Finder: PlaceFinder {
  func look(at place: Int, in text: RedactionText) -> Glance {
    guard text[place].isDigit, !text[place - 1].isWord, text[place - 1] != UInt32(ascii: ".")
    else { return .nothing }
    guard let end = Self.end(in: text, from: place), !Self.isVersion(text, place..<end) else {
      return .nothingUntil(text.end(from: place, \.isDigit))
    }
    return .found(place..<end, .address)
  }

  private static func end(in text: RedactionText, from start: Int) -> Int? {
    var index = start
    for part in 0..<4 {
      let end = text.end(from: index, most: 4, \.isDigit)
      let value = text.scalars[index..<end].reduce(0) { $0 * 10 + $1 - 0x30 }
      guard (1...3).contains(end - index), value <= 255 else { return nil }
      guard end - index == 1 || text[index] != UInt32(ascii: "0") else { return nil }
      index = end
      guard part < 3 else { break }
      guard text[index] == UInt32(ascii: ".") else { return nil }
      index += 1
    }
    let goesOn =
      text[index].isWord || (text[index] == UInt32(ascii: ".") && text[index + 1].isDigit)
    return goesOn ? nil : index
  }

  /// Whether the numbers are a version's: `version 1.2.3.4`, `1.2.3.4-beta`, `1.2.3.4 release`.
  private static func isVersion(_ text: RedactionText, _ range: Range<Int>) -> Bool {
    if text[range.upperBound].isOne(of: "-+"), text[range.upperBound + 1].isLetter { return true }
    let before = text.start(before: range.lowerBound, most: 2) { $0.isOne(of: " :=") }
    let after = text.end(from: range.upperBound, most: 1) { $0 == UInt32(ascii: " ") }
    return words.contains { word in
      let start = before - word.utf8CodeUnitCount
      return (text.has(word, at: start) && !text[start - 1].isWord)
        || (after > range.upperBound && text.has(word, at: after)
          && !text[after + word.utf8CodeUnitCount].isWord)
    }
  }

  private static let words: [StaticString] = [
    "version", "versions", "ver", "v", "release", "releases", "build", "beta", "alpha", "patch",
  ]
}
