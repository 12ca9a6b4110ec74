import Predictions

/// Adding events, voiding them and numbering them anew; the ledger is the only one who does.
extension ReviewBook {
  /// Adds a record whose codes are of this book's tables, and returns its place.
  mutating func add(_ record: ReviewRecord) -> Int {
    let place = records.count
    var record = record
    let before =
      record.kind == .review ? currentRecord(of: record.content.prefix, by: record.by) : nil
    let next = UInt32(truncatingIfNeeded: place + 1)
    record.olderOfContent = newestOfContent.push(next, on: record.content.prefix, in: records)
    record.olderOfInput = newestOfInput.push(next, on: record.input.prefix, in: records)
    records.append(record)
    switch record.kind {
    case .review where record.isVoid: break
    case .review where before.map(record.isNewer) ?? true: recount(from: before, to: record)
    case .pass: passes[texts[record.to], default: []].append(UInt32(place))
    case .review, .resolve: break
    }
    return place
  }

  /// Voids the record at `place`, so that the reviewer's earlier one counts again, or takes that back.
  mutating func setVoid(_ isVoid: Bool, at place: Int) {
    change(at: place) { record in
      if isVoid { record.flags.insert(.void) } else { record.flags.remove(.void) }
    }
  }

  /// Gives the record at `place` the number it was written with.
  mutating func setSeq(_ seq: Int, at place: Int) {
    change(at: place) { $0.seq = seq }
  }

  private mutating func change(at place: Int, _ body: (inout ReviewRecord) -> Void) {
    let record = records[place]
    let isCounted = record.kind == .review
    let before =
      isCounted ? currentRecord(of: record.content.prefix, by: record.by) : nil
    body(&records[place])
    guard isCounted else { return }
    recount(from: before, to: currentRecord(of: record.content.prefix, by: record.by))
  }

  private mutating func recount(from old: ReviewRecord?, to new: ReviewRecord?) {
    guard old?.id != new?.id else { return }
    revision += 1
    if let old { count(old, by: -1) }
    if let new { count(new, by: 1) }
  }

  private mutating func count(_ record: ReviewRecord, by step: Int) {
    var counts = reviewerCounts[record.by] ?? ReviewerCount()
    counts.reviews += step
    switch record.verdict {
    case 1: counts.ok += step
    case 2: counts.wrong += step
    case 3: counts.unsure += step
    default: break
    }
    if record.severity > 0 { counts.upsetting += step }
    if record.flags.contains(.badTarget) { counts.badTarget += step }
    reviewerCounts[record.by] = counts
    if record.tags > 0 {
      tagCounts[record.tags, default: 0] += step
    }
    if let label = record.label, label.utf8.count <= Self.longestLabel {
      labelCounts[label, default: 0] += step
      if labelCounts[label] == 0 { labelCounts[label] = nil }
    }
  }
}
