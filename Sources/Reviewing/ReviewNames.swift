import Predictions

/// What recurs in reviews, each kept once and named by a small number.
///
/// A book has such names, and each thread that reads lines has its own; ``NameTranslation`` leads
/// from these to those.
struct ReviewNames: Sendable {
  /// Reviewers, writers, runs, files, tiers and other words.
  var texts = TextTable()
  var tags = ListTable()
  var circumstances = ValueTable(none: Circumstances())
  var details = ValueTable(none: ReviewDetails())

  /// The record of `event`, with codes of these names; its key goes onto `keys`.
  mutating func record(
    of event: LedgerEvent, at place: LinePlace, keys: inout TextPile
  ) -> ReviewRecord {
    var record = ReviewRecord(id: event.id, kind: .other)
    record.place = place
    record.by = texts.code(for: event.by)
    guard let item = event.item else { return record }
    switch event.body {
    case .review(let review):
      record.kind = .review
      fill(&record, with: review)
    case .resolve(let review):
      record.kind = .resolve
      fill(&record, with: review)
    case .pass(let recipient):
      record.kind = .pass
      record.details = details.code(for: ReviewDetails(recipient: recipient))
    case .withdraw, .draw, .unknown: return record
    }
    (record.at, record.seq) = (event.at, event.seq)
    (record.content, record.input) = (item.content, item.input)
    record.key = keys.append(item.key)
    if let position = event.context?.position {
      record.flags.insert(.hasPosition)
      record.position = position
    }
    record.circumstances = code(of: item, in: event.context ?? ReviewContext())
    return record
  }

  private mutating func fill(_ record: inout ReviewRecord, with review: Review) {
    record.verdict = review.verdict.map { 1 + UInt8(Verdict.allCases.firstIndex(of: $0) ?? 0) } ?? 0
    record.severity = UInt8(clamping: review.upsetting?.severity ?? 0)
    record.tags = tags.code(for: review.tags)
    record.details = details.code(
      for: ReviewDetails(
        label: review.label, categories: review.upsetting?.categories ?? [],
        preference: review.preference, ratings: review.ratings))
    if review.badTarget { record.flags.insert(.badTarget) }
    if review.comment != nil { record.flags.insert(.hasComment) }
  }

  private mutating func code(of item: ReviewedItem, in context: ReviewContext) -> UInt32 {
    circumstances.code(
      for: Circumstances(
        run: texts.code(for: item.run), file: texts.code(for: item.file),
        automatic: texts.code(for: context.automatic), draw: texts.code(for: context.draw),
        stratum: texts.code(for: context.stratum), tier: texts.code(for: context.tier),
        blind: context.blind, covered: context.covered, afterReveal: context.afterReveal))
  }

  /// The context that a record was made in, without the signal's words.
  func context(of record: ReviewRecord) -> ReviewContext {
    let codes = circumstances[record.circumstances]
    return ReviewContext(
      automatic: texts.text(codes.automatic), blind: codes.blind, covered: codes.covered,
      draw: texts.text(codes.draw),
      stratum: texts.text(codes.stratum),
      position: record.flags.contains(.hasPosition) ? record.position : nil,
      tier: texts.text(codes.tier), afterReveal: codes.afterReveal)
  }

  /// The judgement of a record, without its comment.
  func review(of record: ReviewRecord) -> Review {
    let details = details[record.details]
    var review = Review(badTarget: record.flags.contains(.badTarget), tags: tags[record.tags])
    review.verdict = record.verdict == 0 ? nil : Verdict.allCases[Int(record.verdict) - 1]
    if record.severity > 0 {
      review.upsetting = Upsetting(
        severity: Int(record.severity), categories: details.categories)
    }
    review.label = details.label
    review.preference = details.preference
    review.ratings = details.ratings
    return review
  }
}

/// Leads from the names of one thread to those of a book, which have them too.
///
/// It is told of new names before it is asked for them, and remembers them: it belongs to two sets
/// of names for good.
struct NameTranslation: Sendable {
  private var texts: [UInt32] = []
  private var tags: [UInt32] = []
  private var circumstances: [UInt32] = []
  private var details: [UInt32] = []

  /// Adds to `target` what came to `source` since; linear in that.
  mutating func extend(from source: ReviewNames, to target: inout ReviewNames) {
    for text in source.texts.texts[texts.count...] {
      texts.append(texts.isEmpty ? 0 : target.texts.code(for: text))
    }
    for list in source.tags.lists[tags.count...] { tags.append(target.tags.code(for: list)) }
    for codes in source.circumstances.values[circumstances.count...] {
      circumstances.append(target.circumstances.code(for: translated(codes)))
    }
    for details in source.details.values[self.details.count...] {
      self.details.append(target.details.code(for: details))
    }
  }

  /// The record with the target's codes instead of the source's.
  @inline(__always)
  func translate(_ record: inout ReviewRecord) {
    record.by = text(record.by)
    record.tags = tags[Int(record.tags)]
    record.circumstances = circumstances[Int(record.circumstances)]
    record.details = details[Int(record.details)]
  }

  @inline(__always)
  func text(_ code: UInt32) -> UInt32 { texts[Int(code)] }

  private func translated(_ codes: Circumstances) -> Circumstances {
    var translated = codes
    translated.run = text(codes.run)
    translated.file = text(codes.file)
    translated.automatic = text(codes.automatic)
    translated.draw = text(codes.draw)
    translated.stratum = text(codes.stratum)
    translated.tier = text(codes.tier)
    return translated
  }
}
