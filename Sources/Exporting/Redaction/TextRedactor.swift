/// Takes out of texts what should not leave, and counts it: addresses, numbers, keys, and the names
/// of a list.
///
/// What it does not recognise stays; it promises no more than its finders, and that redacting once
/// more changes nothing.
///
///     var counts = RedactionCounts()
///     TextRedactor(names: []).redacted("ask jane@example.com", &counts)  // ask [e-mail]
package struct TextRedactor: Sendable {
  private var finders: [any SensitiveTextFinder]
  /// Those that go by what stands before.
  private let stated: [any SensitiveTextFinder] = [StatedSecretFinder(), StatedPhoneFinder()]

  /// - Parameters:
  ///   - names: what is taken out as a name, wherever it stands as a word.
  ///   - reviewers: the same of those who reviewed.
  package init(names: [String], reviewers: [String] = []) {
    finders = [
      EmailFinder(), PhoneFinder(), CardFinder(), IBANFinder(), IPv4Finder(), IPv6Finder(),
      HardwareAddressFinder(), SocialSecurityFinder(), KnownKeyFinder(), SignedTokenFinder(),
      PrivateKeyFinder(), RandomKeyFinder(), CredentialsFinder(), HomeFolderFinder(),
      NameFinder(names), NameFinder(reviewers, kind: .reviewer),
    ]
    finders += stated
  }

  /// What is left beside a find may now stand alone and be another one; more than this is nobody's
  /// text.
  private static let mostPasses = 16

  /// `text` with a token for each find; linear in its length.
  package func redacted(_ text: String, _ counts: inout RedactionCounts) -> String {
    var text = text
    for _ in 0..<Self.mostPasses {
      guard let redacted = redactedOnce(text, &counts) else { break }
      text = redacted
    }
    return text
  }

  /// `value` in a place of its own, which its name may give away though it stands elsewhere: a member's
  /// key, or a column's heading.
  func redacted(_ value: String, of name: String, _ counts: inout RedactionCounts) -> String {
    guard !name.isEmpty else { return redacted(value, &counts) }
    let stated = String(value.prefix(Self.longestStated))
    let statement = RedactionText(name + "=" + stated)
    let start = statement.count - RedactionText(stated).count
    var kind: RedactedKind?
    for finder in self.stated {
      // Behind spaces and quotes, but not a statement within the value.
      finder.find(in: statement) { find in
        if (start...start + 3).contains(find.range.lowerBound) { kind = kind ?? find.kind }
      }
    }
    guard let kind else { return redacted(value, &counts) }
    counts.add(kind)
    return kind.token
  }

  private static let longestStated = 256

  private func redactedOnce(_ text: String, _ counts: inout RedactionCounts) -> String? {
    let seen = RedactionText(text)
    let finds = Self.joined(finds(in: seen))
    guard !finds.isEmpty else { return nil }
    // As bytes to the end: views of a growing string are copied each time that they get more.
    var result: [UInt8] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var place = 0
    for find in finds {
      let range = seen.original(find.range)
      let start = scalars.index(index, offsetBy: range.lowerBound - place)
      result += text.utf8[index..<start]
      result += find.kind.token.utf8
      index = scalars.index(start, offsetBy: range.count)
      place = range.upperBound
      counts.add(find.kind)
    }
    result += text.utf8[index...]
    return String(decoding: result, as: UTF8.self)
  }

  private func finds(in text: RedactionText) -> [SensitiveText] {
    var finds: [SensitiveText] = []
    for finder in finders { finder.find(in: text) { finds.append($0) } }
    return finds
  }

  /// In order and apart: finds that overlap are one, of the kind that says most.
  private static func joined(_ finds: [SensitiveText]) -> [SensitiveText] {
    var joined: [SensitiveText] = []
    for find in finds.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard let last = joined.last, find.range.lowerBound < last.range.upperBound else {
        joined.append(find)
        continue
      }
      let kind = [last.kind, find.kind].min { rank($0) < rank($1) } ?? last.kind
      let end = max(last.range.upperBound, find.range.upperBound)
      joined[joined.count - 1] = SensitiveText(range: last.range.lowerBound..<end, kind: kind)
    }
    return joined
  }

  private static func rank(_ kind: RedactedKind) -> Int {
    RedactedKind.allCases.firstIndex(of: kind) ?? RedactedKind.allCases.count
  }
}
