import Predictions

/// Adding events, voiding them and numbering them anew; the ledger is the only one who does.
extension ReviewBook {
  /// The record of `event`, with this book's names.
  mutating func record(of event: LedgerEvent, at place: LinePlace) -> ReviewRecord {
    names.record(of: event, at: place, keys: &keys)
  }

  /// Adds a record whose names and key are this book's.
  mutating func add(_ record: ReviewRecord) {
    guard record.kind != .other else { return records.append(record) }
    let place = records.count
    let next = UInt32(place + 1)
    var record = record
    record.olderOfContent = newestOfContent.push(
      next, on: RecordKey(record.content.prefix), in: records)
    record.olderOfInput = newestOfInput.push(next, on: RecordKey(record.input.prefix), in: records)
    records.append(record)
    switch record.kind {
    case .pass:
      passes[names.details[record.details].recipient ?? "", default: []].append(UInt32(place))
    case .review where !record.isVoid:
      let before = current(from: record.olderOfContent, by: record.by)
      if before.map({ record.isNewer(than: records[$0]) }) ?? true {
        recount(from: before, to: place)
      }
    case .review, .resolve, .other: break
    }
  }

  /// Reads what ``add(_:)`` will look at; see ``LedgerReplay/readAhead(_:)``.
  func readAhead(_ added: ArraySlice<ReviewRecord>) -> UInt32 {
    var (contents, inputs): ([UInt32], [UInt32]) = ([], [])
    contents.reserveCapacity(added.count)
    inputs.reserveCapacity(added.count)
    for record in added {
      contents.append(newestOfContent.guess(of: RecordKey(record.content.prefix)))
      inputs.append(newestOfInput.guess(of: RecordKey(record.input.prefix)))
    }
    var read: UInt32 = 0
    for place in contents where place > 0 {
      let record = records[Int(place) - 1]
      read = read &+ record.by &+ UInt32(truncatingIfNeeded: record.content.prefix.low)
    }
    for place in inputs where place > 0 { read = read &+ records[Int(place) - 1].by }
    return read
  }

  /// Voids the record at `place`, so that the reviewer's earlier one counts again, or takes that back.
  mutating func setVoid(_ isVoid: Bool, at place: Int) {
    change(at: place) { record in
      if isVoid { record.flags.insert(.void) } else { record.flags.remove(.void) }
    }
  }

  /// Voids the record at `place` for good.
  mutating func remove(_ place: Int) {
    change(at: place) { $0.flags.formUnion([.void, .removed]) }
  }

  /// Gives the record at `place` the number it was written with, and says where its line is.
  mutating func settle(_ place: Int, seq: Int, at line: LinePlace) {
    change(at: place) { record in
      record.seq = seq
      record.place = line
    }
  }

  private mutating func change(at place: Int, _ body: (inout ReviewRecord) -> Void) {
    guard records[place].kind == .review else { return body(&records[place]) }
    let (content, reviewer) = (records[place].content.prefix, records[place].by)
    let before = currentPlace(of: content, by: reviewer)
    body(&records[place])
    let after = currentPlace(of: content, by: reviewer)
    if before != after { recount(from: before, to: after) }
  }

  private mutating func recount(from old: Int?, to new: Int?) {
    revision += 1
    if let old { count(records[old], by: -1) }
    if let new { count(records[new], by: 1) }
  }

  private mutating func count(_ record: ReviewRecord, by step: Int) {
    while reviewerCounts.count <= Int(record.by) { reviewerCounts.append(ReviewerCount()) }
    reviewerCounts[Int(record.by)].count(record, by: step)
    if record.tags > 0 { tagCounts.add(step, to: record.tags) }
    if record.details > 0 { detailCounts.add(step, to: record.details) }
  }
}

extension ReviewerCount {
  fileprivate mutating func count(_ record: ReviewRecord, by step: Int) {
    reviews += step
    switch record.verdict {
    case 1: ok += step
    case 2: wrong += step
    case 3: unsure += step
    default: break
    }
    if record.severity > 0 { upsetting += step }
    if record.flags.contains(.badTarget) { badTarget += step }
  }
}
