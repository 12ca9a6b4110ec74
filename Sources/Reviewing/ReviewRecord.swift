import Predictions

/// One event as the book keeps it: what recurs as codes, no comment, 160 bytes and no references.
///
/// A million of them are kept at once, so what repeats (reviewers, files, circumstances, tags) lies in
/// the book's tables and what only one line shows (a comment) stays on disk. Events that are no
/// review, settlement or pass have a name, a reviewer and a place alone.
struct ReviewRecord: Sendable {
  enum Kind: UInt8 {
    case review, resolve, pass
    /// A withdrawal, a draw or an event that this version does not know.
    case other
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Somebody withdrew it, or it was taken out.
    static let void = Flags(rawValue: 1)
    /// As if it had never been read; an event of its name may come back in another record.
    static let removed = Flags(rawValue: 2)
    static let badTarget = Flags(rawValue: 4)
    static let hasComment = Flags(rawValue: 8)
    static let hasPosition = Flags(rawValue: 16)
  }

  /// A number that the book's ``ReviewNames`` lead from; 0 is absent or empty.
  typealias Code = UInt32

  // What adding another record looks at lies together, since each look far off waits for memory.
  var input = ContentDigest.zero
  /// The place + 1 of the record read before this one about the same input; 0 ends the chain.
  var olderOfInput: UInt32 = 0
  var olderOfContent: UInt32 = 0
  var by: Code = 0
  var kind: Kind
  /// 0 is none, then as in ``Verdict``.
  var verdict: UInt8 = 0
  /// 0 is not upsetting.
  var severity: UInt8 = 0
  var flags: Flags = []
  var seq = 0
  var content = ContentDigest.zero
  var id: EventID
  var at = Timestamp(milliseconds: 0)
  var place = LinePlace.memory
  /// The place in a draw.
  var position = 0
  var key = TextPile.Text()
  var circumstances: Code = 0
  var tags: Code = 0
  var details: Code = 0

  init(id: EventID, kind: Kind) {
    self.id = id
    self.kind = kind
  }

  /// Whether this record decides against `other`: by the higher (`seq`, `id`), never by a clock.
  func isNewer(than other: ReviewRecord) -> Bool {
    (seq, id) > (other.seq, other.id)
  }

  var isVoid: Bool { flags.contains(.void) }

  /// A review that nobody withdrew.
  var counts: Bool { kind == .review && !isVoid }
}

/// The circumstances of an event, texts as codes of the same ``ReviewNames``.
///
/// There are few different ones, whatever the number of events.
struct Circumstances: Hashable, Sendable {
  var run: ReviewRecord.Code = 0
  var file: ReviewRecord.Code = 0
  var automatic: ReviewRecord.Code = 0
  var draw: ReviewRecord.Code = 0
  var stratum: ReviewRecord.Code = 0
  var tier: ReviewRecord.Code = 0
  var blind: Bool?
  var covered: Bool?
  var afterReveal: Bool?
}

/// What few events have.
struct ReviewDetails: Hashable, Sendable {
  var label: String?
  /// Upsetting categories.
  var categories: [String] = []
  var preference: Preference?
  var ratings: [String: Double] = [:]
  /// To whom a prediction was passed.
  var recipient: String?
}
