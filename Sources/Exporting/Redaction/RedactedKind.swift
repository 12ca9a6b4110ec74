/// What a redaction takes out, and the word that stands in its place.
///
/// The order decides which word stands where finds overlap: the earlier kind, since it says more.
package enum RedactedKind: String, CaseIterable, Hashable, Sendable {
  case reviewer, name, key, credentials, card, iban = "IBAN"
  case socialSecurity = "social security number"
  case hardwareAddress = "hardware address"
  case address = "IP address"
  case email = "e-mail"
  case phone, user

  /// What stands for a find, `[e-mail]`; no finder takes it for something to redact.
  var token: String { "[\(rawValue)]" }

  /// `1 e-mail address`, `2 phone numbers`
  func words(_ count: Int) -> String {
    let one =
      switch self {
      case .reviewer: "reviewer's name"
      case .name: "name of the list"
      case .key: "key or token"
      case .credentials: "login in a URL"
      case .card: "card number"
      case .iban, .socialSecurity, .hardwareAddress, .address: rawValue
      case .email: "e-mail address"
      case .phone: "phone number"
      case .user: "user's folder"
      }
    return "\(count) " + (count == 1 ? one : many(one))
  }

  private func many(_ one: String) -> String {
    switch self {
    case .reviewer: "reviewers' names"
    case .name: "names of the list"
    case .key: "keys or tokens"
    case .credentials: "logins in URLs"
    case .user: "users' folders"
    case .hardwareAddress, .address, .email: one + "es"
    case .card, .iban, .socialSecurity, .phone: one + "s"
    }
  }
}

/// How many finds of each kind were taken out.
package struct RedactionCounts: Hashable, Sendable {
  private(set) var counts: [RedactedKind: Int] = [:]

  package init() {}

  package subscript(kind: RedactedKind) -> Int { counts[kind] ?? 0 }

  package var total: Int { counts.values.reduce(0, +) }

  mutating func add(_ kind: RedactedKind) { counts[kind, default: 0] += 1 }

  mutating func add(_ other: RedactionCounts) { counts.merge(other.counts, uniquingKeysWith: +) }

  /// The kinds that were found, in a fixed order.
  var found: [(kind: RedactedKind, count: Int)] {
    RedactedKind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
  }

  /// What was taken out, and that it need not be all: for a page, and for standard error.
  package var sentence: String {
    let list = found.map { $0.kind.words($0.count) }.joined(separator: ", ")
    return "redacted: \(list.isEmpty ? "nothing was recognised" : list); "
      + "what is not recognised stays, so read it before you share it"
  }

  /// The counts as a JSON object.
  var json: String {
    JSONWriting.object(found.map { ($0.kind.rawValue, String($0.count)) })
  }
}
