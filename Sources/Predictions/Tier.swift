/// How difficult a prediction is, as the signal of its file tells.
///
/// Three tiers are known to every signal; a file whose own field names the difficulty may bring
/// tiers of its own, such as `Level 4`.
package struct Tier: Hashable, Sendable {
  /// What is shown and written in the ledger.
  package let name: String

  package init(name: String) {
    self.name = name
  }

  package static let easy = Tier(name: "easy")
  package static let ambiguous = Tier(name: "ambiguous")
  package static let hard = Tier(name: "hard")
  /// Nothing tells, or the row is damaged.
  package static let unrated = Tier(name: "unrated")
}
