/// JSON Web Tokens: three parts of base64url with dots, the first of which begins an object.
struct SignedTokenFinder: PlaceFinder {
  func look(at place: Int, in text: RedactionText) -> Glance {
    guard !Self.isPart(text[place - 1]), text.scalars[place...].starts(with: Self.beginning) else {
      return .nothing
    }
    var (ends, end) = ([Int](), place)
    while ends.count < 3 {
      let next = text.end(from: end, Self.isPart)
      guard next > end else { break }
      ends.append(next)
      end = text[next] == UInt32(ascii: ".") ? next + 1 : next
      guard end > next else { break }
    }
    let last = ends.last ?? place
    // The signature may be cut off with the text.
    return ends.count >= 2 && last - place >= 20 ? .found(place..<last, .key) : .nothingUntil(last)
  }

  /// `{"` in base64.
  private static let beginning = "eyJ".unicodeScalars.map(\.value)

  private static func isPart(_ scalar: UInt32) -> Bool {
    scalar.isASCIIWord || scalar.isOne(of: "_-=")
  }
}
