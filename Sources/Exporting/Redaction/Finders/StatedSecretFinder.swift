/// Secrets that the word before them gives away: `Bearer …`, `api_key=…`, `"password": "…"`, `the
/// password is …`.
///
/// Only what has both digits and letters, since most else that follows such a word is a word.
struct StatedSecretFinder: PlaceFinder {
  /// Longer values are cut here, so that names within values cost no more than that each.
  private static let longest = 256

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard text[place].isASCIIWord, !text[place - 1].isWord else { return .nothing }
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

  /// The value that is given to a name, with a sign or in words.
  private static func assigned(in text: RedactionText, behind start: Int) -> Range<Int>? {
    let password = passwords.end(in: text, at: start)
    guard let end = password ?? keys.end(in: text, at: start), !text[end].isWord else { return nil }
    if let first = StatedNames.valueStart(in: text, behind: end) {
      let range = first..<text.end(from: first, most: longest, isSecretPart)
      return range.count >= 6 && hasDigitAndLetter(text.scalars[range]) ? range : nil
    }
    // Whatever is said of a key in a sentence is rarely the key itself, unless it is long.
    return said(in: text, behind: end, least: password == nil ? 12 : 6)
  }

  private static func said(in text: RedactionText, behind end: Int, least: Int) -> Range<Int>? {
    guard let start = StatedNames.saidStart(in: text, behind: end) else { return nil }
    var last = text.end(from: start, most: longest, isSecretPart)
    // The ends of sentences.
    while last > start, text[last - 1].isOne(of: ".:?!") { last -= 1 }
    let range = start..<last
    return range.count >= least && hasDigitAndLetter(text.scalars[range])
      && !isDescription(text, range) ? range : nil
  }

  /// Whether a sentence says here of what kind a secret is: `base64-encoded`, `8-character`.
  private static func isDescription(_ text: RedactionText, _ range: Range<Int>) -> Bool {
    let number = text.end(from: range.lowerBound, most: longest, \.isDigit)
    if number > range.lowerBound, text[number] == UInt32(ascii: "-"),
      text.end(from: number, most: longest, { $0.isLetter || $0 == UInt32(ascii: "-") })
        >= range.upperBound
    {
      return true
    }
    if text.has("http", at: range.lowerBound) { return true }
    return methods.end(in: text, at: range.lowerBound).map { !text[$0].isWord } ?? false
  }

  private static let passwords = StatedNames([
    "password", "passwd", "passphrase", "passcode", "pwd", "passwort", "kennwort", "wachtwoord",
    "senha", "mot de passe", "contraseña", "contrasena",
  ])

  private static let keys = StatedNames([
    "api_key", "api-key", "apikey", "api key", "access_key", "access-key", "secret_key", "secret",
    "token", "access_token", "auth_token", "refresh_token", "client_secret", "private_key",
  ])

  private static let methods = StatedNames([
    "base32", "base64", "md5", "sha1", "sha-1", "sha256", "sha-256", "sha512", "sha-512", "utf8",
    "utf-8", "utf16", "utf-16", "aes128", "aes-128", "aes256", "aes-256", "rsa2048", "rs256",
    "hs256", "ed25519", "oauth2", "argon2", "argon2id", "pbkdf2", "x509", "x.509", "python3",
  ])

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
