/// What happened, apart from when, by whom and about what.
package enum LedgerBody: Hashable, Sendable {
  /// The reviewer's whole judgement.
  case review(Review)
  /// Voids an earlier event: undo.
  case withdraw(of: EventID)
  /// Somebody else should judge this one.
  case pass(to: String)
  /// Settles a disagreement for the team.
  case resolve(Review)
  case draw(Draw)
  /// An event of a kind that this version does not know; kept and ignored.
  case unknown(String)
}

/// An event that has yet to get its name, time and place in the ledger.
package struct LedgerDraft: Hashable, Sendable {
  package var item: ReviewedItem?
  package var context: ReviewContext?
  package var body: LedgerBody

  package init(item: ReviewedItem? = nil, context: ReviewContext? = nil, body: LedgerBody) {
    self.item = item
    self.context = context
    self.body = body
  }
}

/// One line of the ledger.
package struct LedgerEvent: Hashable, Sendable {
  package var id: EventID
  package var at: Timestamp
  package var by: String
  /// One more than the highest that the writer had read.
  package var seq: Int
  /// The process that wrote the line, six random digits.
  package var writer: String
  /// SHA-256 of the writer's line before this, as `sha256:…`.
  package var prev: String?
  package var item: ReviewedItem?
  package var context: ReviewContext?
  package var body: LedgerBody

  package init(
    id: EventID, at: Timestamp, by: String, seq: Int, writer: String, prev: String? = nil,
    item: ReviewedItem? = nil, context: ReviewContext? = nil, body: LedgerBody
  ) {
    self.id = id
    self.at = at
    self.by = by
    self.seq = seq
    self.writer = writer
    self.prev = prev
    self.item = item
    self.context = context
    self.body = body
  }

  /// The version of the format, `v` of every line.
  package static let version = 1

  /// The highest `seq` that is read or given; numbers beyond it are not exact in other programs.
  package static let highestSeq = 1 << 53
}
