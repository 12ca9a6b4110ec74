/// Logins within URLs: what stands between `://` and an `@` before the path.
struct CredentialsFinder: PlaceFinder {
  private static let longest = 256

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard text[place] == UInt32(ascii: ":"), text.has("://", at: place) else { return .nothing }
    let start = place + 3
    let end = text.end(from: start, most: Self.longest) {
      // Nor a bracket, which no login has, but an address or a token.
      $0 > 0x20 && !$0.isOne(of: "/?#@\"'<>[]")
    }
    guard text[end] == UInt32(ascii: "@"), end > start else { return .nothingUntil(end) }
    return .found(start..<end, .credentials)
  }
}
