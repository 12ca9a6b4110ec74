import Predictions

/// One review, settlement or pass as the book keeps it: names as codes, no comment, about 200 bytes.
///
/// A million of them are kept at once, so what repeats (reviewers, runs, files, tags) lies in the
/// book's tables and what only one line shows (a comment) stays on disk.
struct ReviewRecord: Sendable {
  enum Kind: UInt8 {
    case review, resolve, pass
  }

  struct Flags: OptionSet {
    let rawValue: UInt16
    static let void = Flags(rawValue: 1)
    static let badTarget = Flags(rawValue: 2)
    static let hasComment = Flags(rawValue: 4)
    static let hasRun = Flags(rawValue: 8)
    static let blind = Flags(rawValue: 16)
    static let notBlind = Flags(rawValue: 32)
    static let afterReveal = Flags(rawValue: 64)
    static let notAfterReveal = Flags(rawValue: 128)
    static let hasPosition = Flags(rawValue: 256)
  }

  /// A code of the book's text table; 0 is absent.
  typealias Code = UInt32

  var id: EventID
  var at: Timestamp
  var seq: Int
  var content: ContentDigest
  var input: ContentDigest
  var key: String
  var label: String?
  var ratings: [String: Double] = [:]
  var position = 0
  var by: Code = 0
  var to: Code = 0
  var run: Code = 0
  var file: Code = 0
  var automatic: Code = 0
  var draw: Code = 0
  var stratum: Code = 0
  var tier: Code = 0
  /// Codes of the book's list table; 0 is the empty list.
  var tags: Code = 0
  var categories: Code = 0
  /// The place + 1 of the record read before this one about the same content; 0 ends the chain.
  var olderOfContent: UInt32 = 0
  var olderOfInput: UInt32 = 0
  var kind: Kind
  /// 0 is none, then as in ``Verdict``.
  var verdict: UInt8 = 0
  /// 0 is not upsetting.
  var severity: UInt8 = 0
  var preference: UInt8 = 0
  var flags: Flags = []

  /// Whether this record decides against `other`: by the higher (`seq`, `id`), never by a clock.
  func isNewer(than other: ReviewRecord) -> Bool {
    (seq, id) > (other.seq, other.id)
  }

  var isVoid: Bool { flags.contains(.void) }
}
