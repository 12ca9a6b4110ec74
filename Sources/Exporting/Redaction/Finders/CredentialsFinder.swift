/// Logins within URLs: what stands between `://` and an `@` before the path.
struct CredentialsFinder: SensitiveTextFinder {
  private static let longest = 256

  func find(in text: RedactionText, _ found: (SensitiveText) -> Void) {
    var index = 0
    while index < text.count {
      guard text[index] == UInt32(ascii: ":"), text.has("://", at: index) else {
        index += 1
        continue
      }
      let start = index + 3
      let end = text.end(from: start, most: Self.longest) {
        // Nor a bracket, which no login has, but an address or a token.
        $0 > 0x20 && !$0.isOne(of: "/?#@\"'<>[]")
      }
      if text[end] == UInt32(ascii: "@"), end > start {
        found(SensitiveText(range: start..<end, kind: .credentials))
      }
      index = max(start, end)
    }
  }
}
