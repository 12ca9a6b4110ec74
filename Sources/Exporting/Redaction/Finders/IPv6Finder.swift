/// Addresses of the Internet in groups of hexadecimal digits, whole or with `::`.
struct IPv6Finder: PlaceFinder {
  private static let longest = 39

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard Self.isPart(text[place]) else { return .nothing }
    let end = text.end(from: place, Self.isPart)
    let range = Self.trimmed(text, place..<end)
    let isAlone = !text[place - 1].isWord && !text[end].isWord
    guard isAlone, range.count <= Self.longest, Self.isAddress(text.scalars[range]) else {
      return .nothingUntil(end)
    }
    return .found(range, .address)
  }

  private static let colon = UInt32(ascii: ":")

  private static func isPart(_ scalar: UInt32) -> Bool { scalar.isHexadecimal || scalar == colon }

  /// Without a single colon at either end, which belongs to the sentence.
  private static func trimmed(_ text: RedactionText, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if text[start] == colon, end - start > 1, text[start + 1] != colon { start += 1 }
    if end - start > 1, text[end - 1] == colon, text[end - 2] != colon { end -= 1 }
    return start..<end
  }

  private static func isAddress(_ scalars: ArraySlice<UInt32>) -> Bool {
    let parts = scalars.split(separator: colon, omittingEmptySubsequences: false)
    guard parts.count > 2, parts.allSatisfy({ $0.count <= 4 }) else { return false }
    let groups = parts.filter { !$0.isEmpty }
    let gaps = zip(scalars, scalars.dropFirst()).count { $0 == colon && $1 == colon }
    if gaps == 0 { return groups.count == 8 && parts.count == 8 }
    guard gaps == 1, groups.count <= 7 else { return false }
    // `a::b` is a name in many languages of programming.
    return groups.count >= 3
      || (groups.count == 2 && groups.contains { $0.count >= 3 && $0.contains(where: \.isDigit) })
  }
}
