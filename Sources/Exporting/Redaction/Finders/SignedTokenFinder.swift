/// JSON Web Tokens: three parts of base64url with dots, the first of which begins an object.
struct SignedTokenFinder: SensitiveTextFinder {
  func find(in text: RedactionText, _ found: (SensitiveText) -> Void) {
    var index = 0
    while index < text.count {
      guard !Self.isPart(text[index - 1]), text.scalars[index...].starts(with: Self.beginning)
      else {
        index += 1
        continue
      }
      var (ends, end) = ([Int](), index)
      while ends.count < 3 {
        let next = text.end(from: end, Self.isPart)
        guard next > end else { break }
        ends.append(next)
        end = text[next] == UInt32(ascii: ".") ? next + 1 : next
        guard end > next else { break }
      }
      let last = ends.last ?? index + 1
      // The signature may be cut off with the text.
      if ends.count >= 2, last - index >= 20 {
        found(SensitiveText(range: index..<last, kind: .key))
      }
      index = last
    }
  }

  /// `{"` in base64.
  private static let beginning = "eyJ".unicodeScalars.map(\.value)

  private static func isPart(_ scalar: UInt32) -> Bool {
    scalar.isASCIIWord || scalar.isOne(of: "_-=")
  }
}
