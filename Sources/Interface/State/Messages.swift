import Reviewing

/// What was just recorded, shown until the next judgement.
struct Echo: Hashable, Sendable {
  /// The judgement's first words are in this look.
  var role: Role
  /// `✗ wrong`, without the state of saving, which is looked up when drawn.
  var words: String
  /// The prediction it is about.
  var key: String?
  /// What blind review hid until now: `automatic: incorrect`.
  var reveal: String?
  var token: Int
  /// The ledger's name for it, once it took it.
  var id: EventID?
}

/// One line that explains why a key did nothing, or what it did; gone with the next key.
struct Notice: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case information, refusal
  }

  var kind: Kind
  var text: String

  static func information(_ text: String) -> Notice { Notice(kind: .information, text: text) }
  static func refusal(_ text: String) -> Notice { Notice(kind: .refusal, text: text) }
}

/// A judgement that can be taken back.
struct Undo: Hashable, Sendable {
  var token: Int
  var id: EventID?
  var row: Int
  var saying: SittingTally.Saying
  var words: String
}
