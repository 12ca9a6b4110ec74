import Predictions

/// The events read and made so far, folded into a book in whatever order they come.
///
/// Which file or line an event came from decides nothing: reviews are compared by (`seq`, `id`), a
/// withdrawal may be read before what it voids, and an event counts once however often it is read.
struct LedgerReplay: Sendable {
  private(set) var book = ReviewBook()
  /// The highest number of any event, those in memory among them.
  private(set) var highestSeq = 0
  /// The highest number that a line has.
  private var highestWritten = 0
  /// The newest event of each writer, whose hash covers all before it.
  var newestOfWriter: [String: (seq: Int, id: EventID)] {
    var found: [String: (seq: Int, id: EventID)] = [:]
    for (writer, newest) in newest.enumerated() { found[book.names.texts[UInt32(writer)]] = newest }
    return found
  }

  /// By the writer's code; the name of code 0 is nobody's.
  private var newest: [(seq: Int, id: EventID)?] = []
  /// Leads from an event's name to its record.
  private var known = RecordIndex(.id)
  private var withdrawals = Withdrawals()
  private var voidDraws: [EventID: DrawEvent] = [:]

  /// Means nothing; kept so that what is read ahead is read.
  private var ahead: UInt32 = 0

  /// The number that the next event gets.
  var nextSeq: Int { min(highestSeq + 1, LedgerEvent.highestSeq) }

  /// The number that the next line gets, unless its event has a higher one.
  var nextSeqToWrite: Int { min(highestWritten + 1, LedgerEvent.highestSeq) }

  /// Says that a line has this number.
  mutating func noteWritten(_ seq: Int) { highestWritten = max(highestWritten, seq) }

  /// Keeps on counting where an earlier replay was.
  mutating func noteNumbers(of other: LedgerReplay) {
    highestSeq = max(highestSeq, other.highestSeq)
    highestWritten = max(highestWritten, other.highestWritten)
  }

  /// Where the event lies, or nothing where it is not known.
  func place(of id: EventID) -> LinePlace? { record(of: id).map { book.records[$0].place } }

  /// Adds an event that is not known yet.
  mutating func add(_ event: LedgerEvent, at place: LinePlace) {
    var made = book.record(of: event, at: place)
    guard know(&made) else { return }
    book.add(made)
    switch event.body {
    case .withdraw(let target):
      withdrawals.add(event.id, of: target, by: made.by)
      settleVoid(target)
    case .draw(let draw):
      let drawn = DrawEvent(id: event.id, at: event.at, by: event.by, seq: event.seq, draw: draw)
      if made.isVoid {
        voidDraws[event.id] = drawn
      } else {
        book.drawEvents[event.id] = drawn
      }
    case .review, .resolve, .pass, .unknown: break
    }
    note(event.id, event.seq, by: book.names.texts.code(for: event.writer), at: place)
  }

  /// Adds a review of which the names and keys are the book's; returns false, and changes nothing,
  /// where an event of its name is known.
  mutating func add(_ record: ReviewRecord, by writer: ReviewRecord.Code) -> Bool {
    var record = record
    guard know(&record) else { return false }
    book.add(record)
    note(record.id, record.seq, by: writer, at: record.place)
    return true
  }

  /// Reads what adding these records will look at, all of it at once: one look after the other would
  /// each wait for memory, and waiting is most of what adding costs.
  mutating func readAhead(_ records: ArraySlice<ReviewRecord>) {
    for record in records { ahead = ahead &+ known.guess(of: RecordKey(record.id)) }
    ahead = ahead &+ book.readAhead(records)
  }

  /// Leads from codes of the lines' names to the book's, with what is new among them.
  mutating func translation(of lines: inout LineCollector) -> NameTranslation {
    lines.translation(to: &book.names)
  }

  /// Adds the keys of reviews that are added then, and says how far their places are moved.
  mutating func add(keys: [UInt8]) -> TextPile.Shift { book.keys.append(keys) }

  /// Says where an event that is known lies by now, and under which number.
  mutating func settle(_ event: LedgerEvent, at place: LinePlace) {
    guard let record = record(of: event.id) else { return add(event, at: place) }
    book.settle(record, seq: event.seq, at: place)
    note(event.id, event.seq, by: book.names.texts.code(for: event.writer), at: place)
  }

  /// Takes an event out again, as if it had never been read.
  mutating func remove(_ id: EventID) {
    guard let record = record(of: id) else { return }
    book.remove(record)
    withdrawals.await(id)
    book.drawEvents[id] = nil
    voidDraws[id] = nil
    if let target = withdrawals.remove(id) { settleVoid(target) }
  }

  /// The events that would count instead of this one, which is about to be made.
  ///
  /// There are none while numbers grow, for a new event has a higher one than all that were read.
  func outranking(_ event: LedgerEvent) -> [EventID] {
    event.seq > highestSeq ? [] : book.outranking(event)
  }

  private func record(of id: EventID) -> Int? {
    let found = Int(known.newest(of: RecordKey(id), in: book.records)) - 1
    return found < 0 || book.records[found].flags.contains(.removed) ? nil : found
  }

  /// Notes that the record is the next of the book, and whether it was withdrawn already; false
  /// where an event of its name is known.
  private mutating func know(_ record: inout ReviewRecord) -> Bool {
    guard self.record(of: record.id) == nil else { return false }
    let next = UInt32(book.records.count + 1)
    _ = known.push(next, on: RecordKey(record.id), in: book.records)
    if withdrawals.void(arriving: record) { record.flags.insert(.void) }
    return true
  }

  private mutating func note(
    _ id: EventID, _ seq: Int, by writer: ReviewRecord.Code, at place: LinePlace
  ) {
    if !place.isInMemory { noteWritten(seq) }
    highestSeq = max(highestSeq, seq)
    while newest.count <= Int(writer) { newest.append(nil) }
    if let known = newest[Int(writer)], (known.seq, known.id) >= (seq, id) { return }
    newest[Int(writer)] = (seq, id)
  }

  /// Voids an event where it was withdrawn, or takes that back.
  private mutating func settleVoid(_ target: EventID) {
    guard let record = record(of: target) else { return withdrawals.await(target) }
    let isVoid = withdrawals.void(book.records[record])
    if book.records[record].kind != .other {
      book.setVoid(isVoid, at: record)
    } else if isVoid, let draw = book.drawEvents.removeValue(forKey: target) {
      voidDraws[target] = draw
    } else if !isVoid, let draw = voidDraws.removeValue(forKey: target) {
      book.drawEvents[target] = draw
    }
  }
}
