import Predictions

/// What the screen's thread and the ledger's thread share.
struct LedgerCore: Sendable {
  let reviewer: String
  let writer: String
  /// Nothing is written: events are done once they are in the book.
  let isWritten: Bool
  var replay = LedgerReplay()
  /// Events on their way to the disk, oldest first.
  var queue: [LedgerEvent] = []
  /// What became of the events of this process.
  var states: [EventID: EventState] = [:]
  /// Comments that are not on disk yet.
  var comments: [EventID: String] = [:]
  var status = SavingStatus.saved
  private var identifiers = EventIDSource()
  private var generator: any RandomNumberGenerator & Sendable

  init(
    reviewer: String, generator: any RandomNumberGenerator & Sendable, isWritten: Bool
  ) {
    self.reviewer = reviewer
    self.generator = generator
    self.isWritten = isWritten
    let digits = EventID.alphabet
    var name = ""
    for _ in 0..<6 {
      let digit = digits[Int(self.generator.next(upperBound: UInt64(digits.count)))]
      name.unicodeScalars.append(Unicode.Scalar(digit | (digit >= 0x41 ? 0x20 : 0)))
    }
    writer = name
  }

  var isSettled: Bool { queue.isEmpty }

  mutating func append(_ draft: LedgerDraft, at now: Timestamp) -> EventID {
    let id = identifiers.next(at: now, using: &generator)
    let event = LedgerEvent(
      id: id, at: now, by: reviewer, seq: replay.nextSeq, writer: writer, item: draft.item,
      context: draft.context, body: draft.body)
    replay.add(event, at: .memory)
    comments[id] = event.comment
    states[id] = isWritten ? .saving : .saved
    if isWritten {
      queue.append(event)
      status = .saving(queue.count)
    }
    return id
  }
}

extension LedgerEvent {
  /// The comment of a review or a settlement.
  var comment: String? {
    switch body {
    case .review(let review), .resolve(let review): review.comment
    case .withdraw, .pass, .draw, .unknown: nil
    }
  }
}
