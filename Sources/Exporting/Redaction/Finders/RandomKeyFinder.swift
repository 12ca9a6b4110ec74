/// Keys of forty characters of base64 that nothing announces, as cloud providers give them out.
///
/// Digests are as long but of one case, and words rarely change between capitals, small letters and
/// digits as often.
struct RandomKeyFinder: PlaceFinder {
  private static let length = 40
  private static let leastChanges = 12

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard Self.isPart(text[place]) else { return .nothing }
    let end = text.end(from: place, Self.isPart)
    guard end - place == Self.length, Self.isRandom(text.scalars[place..<end]) else {
      return .nothingUntil(end)
    }
    return .found(place..<end, .key)
  }

  private static func isPart(_ scalar: UInt32) -> Bool {
    scalar.isASCIIWord || scalar.isOne(of: "+/")
  }

  private static func isRandom(_ scalars: ArraySlice<UInt32>) -> Bool {
    let kinds = scalars.map { $0.isDigit ? 0 : $0.isUppercase ? 1 : $0.isLowercase ? 2 : 3 }
    let changes = zip(kinds, kinds.dropFirst()).count { $0 != $1 }
    return changes >= leastChanges && Set(kinds).isSuperset(of: 0...2)
  }
}
