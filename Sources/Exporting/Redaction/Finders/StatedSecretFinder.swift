/// Secrets that the word before them gives away: `Bearer …`, `api_key=…`, `"password": "…"`.
struct StatedSecretFinder: PlaceFinder {
  /// Longer values are cut here, so that names within values cost no more than that each.
  private static let longest = 256

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard text[place].isASCIIWord, !text[place - 1].isASCIIWord else { return .nothing }
    // Words of several parts are tried at each of them: `aws_secret_access_key`.
    let range = Self.carried(in: text, behind: place) ?? Self.assigned(in: text, behind: place)
    return range.map { .found($0, .key) } ?? .nothingUntil(text.end(from: place, \.isASCIIWord))
  }

  /// The token behind the name of a scheme.
  private static func carried(in text: RedactionText, behind start: Int) -> Range<Int>? {
    for word in ["bearer ", "basic "] as [StaticString] where text.has(word, at: start) {
      let first = start + word.utf8CodeUnitCount
      let range = first..<text.end(from: first, most: 4_096, isTokenPart)
      if range.count >= 16, hasDigitAndLetter(text.scalars[range]) { return range }
    }
    return nil
  }

  /// The value that is given to a name.
  private static func assigned(in text: RedactionText, behind start: Int) -> Range<Int>? {
    guard let name = names.first(where: { text.has($0, at: start) }) else { return nil }
    var index = start + name.utf8CodeUnitCount
    guard !text[index].isASCIIWord else { return nil }
    index = text.end(from: index, most: 2) { $0.isOne(of: "\"' ") }
    guard text[index].isOne(of: ":=") else { return nil }
    index = text.end(from: index + 1, most: 3) { $0.isOne(of: "\"' >=") }
    let range = index..<text.end(from: index, most: longest, isSecretPart)
    return range.count >= 6 && hasDigitAndLetter(text.scalars[range]) ? range : nil
  }

  private static let names: [StaticString] = [
    "api_key", "api-key", "apikey", "api key", "access_key", "access-key", "secret_key", "secret",
    "token", "access_token", "auth_token", "refresh_token", "password", "passwd", "passphrase",
    "pwd", "client_secret", "private_key",
  ]

  private static func isTokenPart(_ scalar: UInt32) -> Bool {
    scalar.isASCIIWord || scalar.isOne(of: "._~+/=-")
  }

  private static func isSecretPart(_ scalar: UInt32) -> Bool {
    scalar > 0x20 && !scalar.isOne(of: "\"'`,;&<>)]}")
  }

  private static func hasDigitAndLetter(_ scalars: ArraySlice<UInt32>) -> Bool {
    scalars.contains(where: \.isDigit) && scalars.contains { $0.isUppercase || $0.isLowercase }
  }
}
