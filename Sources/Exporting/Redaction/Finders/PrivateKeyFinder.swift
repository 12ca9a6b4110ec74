/// Private keys between their lines of `BEGIN` and `END`, also where the end is missing.
struct PrivateKeyFinder: PlaceFinder {
  private static let longestLabel = 40

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard text[place] == UInt32(ascii: "-"), text.has("-----begin ", at: place),
      let label = Self.lineEnd(in: text, from: place + 11)
    else { return .nothing }
    let body = text.end(from: label) { $0.isASCIIWord || $0.isOne(of: "+/=\\ :,.()\n\t") }
    let end = text.has("-----end ", at: body) ? Self.lineEnd(in: text, from: body + 9) : nil
    return .found(place..<(end ?? Self.bodyEnd(in: text, from: label, to: body)), .key)
  }

  /// Behind the long words that follow, for a key that is cut off.
  private static func bodyEnd(in text: RedactionText, from start: Int, to end: Int) -> Int {
    var (last, index) = (start, start)
    while index < end {
      let word = text.end(from: index) { $0.isOne(of: " \n\t\\") }
      index = text.end(from: word) { $0.isASCIIWord || $0.isOne(of: "+/=") }
      guard index - word >= 16 else { break }
      last = index
    }
    return last
  }

  /// Behind the dashes of a line about a private key, whose label begins at `start`.
  private static func lineEnd(in text: RedactionText, from start: Int) -> Int? {
    let end = text.end(from: start, most: longestLabel) {
      $0.isASCIIWord || $0 == UInt32(ascii: " ")
    }
    let isPrivate =
      text.has("private key", at: end - 11) || text.has("private key block", at: end - 17)
    return isPrivate && text.has("-----", at: end) ? end + 5 : nil
  }
}
