import Predictions

/// From an event to a record.
extension ReviewBook {
  /// The record of `event`, with codes of this book's tables; nothing for events that have none.
  mutating func record(of event: LedgerEvent) -> ReviewRecord? {
    guard let item = event.item else { return nil }
    var record = ReviewRecord(
      id: event.id, at: event.at, seq: event.seq, content: item.content, input: item.input,
      key: item.key, kind: .review)
    switch event.body {
    case .review(let review): fill(&record, with: review)
    case .resolve(let review):
      record.kind = .resolve
      fill(&record, with: review)
    case .pass(let to):
      record.kind = .pass
      record.to = texts.code(for: to)
    case .withdraw, .draw, .unknown: return nil
    }
    record.by = texts.code(for: event.by)
    record.run = texts.code(for: item.run)
    record.file = texts.code(for: item.file)
    if let context = event.context { fill(&record, with: context) }
    return record
  }

  private mutating func fill(_ record: inout ReviewRecord, with review: Review) {
    record.verdict = review.verdict.map { ReviewRecord.number(of: $0) } ?? 0
    record.severity = UInt8(clamping: review.upsetting?.severity ?? 0)
    record.categories = lists.code(for: review.upsetting?.categories ?? [])
    record.tags = lists.code(for: review.tags)
    record.label = review.label
    record.ratings = review.ratings
    record.preference = review.preference.map { ReviewRecord.number(of: $0) } ?? 0
    if review.badTarget { record.flags.insert(.badTarget) }
    if review.comment != nil { record.flags.insert(.hasComment) }
  }

  private mutating func fill(_ record: inout ReviewRecord, with context: ReviewContext) {
    record.automatic = texts.code(for: context.automatic)
    record.draw = texts.code(for: context.draw)
    record.stratum = texts.code(for: context.stratum)
    record.tier = texts.code(for: context.tier)
    if let blind = context.blind { record.flags.insert(blind ? .blind : .notBlind) }
    if let late = context.afterReveal { record.flags.insert(late ? .afterReveal : .notAfterReveal) }
    if let position = context.position {
      record.flags.insert(.hasPosition)
      record.position = position
    }
  }
}

extension ReviewRecord {
  /// A case's place among all, from 1.
  static func number<Case: CaseIterable & Equatable>(of value: Case) -> UInt8 {
    UInt8(1 + (Array(Case.allCases).firstIndex(of: value) ?? 0))
  }
}
