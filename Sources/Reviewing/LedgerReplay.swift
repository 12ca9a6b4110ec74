import Predictions

/// The events read and made so far, folded into a book in whatever order they come.
///
/// Which file or line an event came from decides nothing: reviews are compared by (`seq`, `id`), a
/// withdrawal may be read before what it voids, and an event counts once however often it is read.
struct LedgerReplay: Sendable {
  /// Where an event that was read lies; `file` is negative for one that is only in memory.
  struct Place: Sendable {
    var file: Int32
    var length: UInt32
    var offset: Int

    static let memory = Place(file: -1, length: 0, offset: 0)
  }

  private(set) var book = ReviewBook()
  /// The highest number of any event, those in memory among them.
  private(set) var highestSeq = 0
  /// The highest number that a line has.
  private var highestWritten = 0
  /// The newest event of each writer, whose hash covers all before it.
  var newestOfWriter: [String: (seq: Int, id: EventID)] {
    var found: [String: (seq: Int, id: EventID)] = [:]
    for (writer, newest) in newest.enumerated() { found[writers[UInt32(writer)]] = newest }
    return found
  }

  private var writers = TextTable()
  /// By the writer's code; the name of code 0 is nobody's.
  private var newest: [(seq: Int, id: EventID)?] = []
  private var known = EventTable()
  /// What each withdrawal voids.
  private var withdrawals: [EventID: EventID] = [:]
  /// How many withdrawals void an event, which may not have been read yet.
  private var voids: [EventID: Int] = [:]
  private var voidDraws: [EventID: DrawEvent] = [:]

  /// Makes room for so many events.
  mutating func reserve(_ count: Int) {
    known.reserve(count)
  }

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
  func place(of id: EventID) -> Place? { known[id]?.place }

  /// Adds an event that is not known yet.
  mutating func add(_ event: LedgerEvent, at place: Place) {
    guard known.add(event.id, at: place) else { return }
    switch event.body {
    case .review, .resolve, .pass:
      if var made = book.record(of: event) {
        if voids[event.id] != nil { made.flags.insert(.void) }
        known.setRecord(book.add(made), of: event.id)
      }
    case .withdraw(let target):
      withdrawals[event.id] = target
      withdraw(target, by: 1)
    case .draw(let draw):
      let made = DrawEvent(id: event.id, at: event.at, by: event.by, seq: event.seq, draw: draw)
      if voids[event.id] == nil {
        book.drawEvents[event.id] = made
      } else {
        voidDraws[event.id] = made
      }
    case .unknown: break
    }
    note(event.id, event.seq, by: writers.code(for: event.writer), at: place)
  }

  /// Adds a review that lies in `line`; returns false where an event of its name is known.
  mutating func add(
    _ review: QuickReview, in line: UnsafeRawBufferPointer, at place: Place
  ) -> Bool {
    guard known.add(review.id, at: place) else { return false }
    var made = book.record(of: review, in: line)
    if !voids.isEmpty, voids[review.id] != nil { made.flags.insert(.void) }
    known.setRecord(book.add(made), of: review.id)
    note(review.id, review.seq, by: writers.code(for: review.writer.bytes(in: line)), at: place)
    return true
  }

  /// Says where an event that is known lies by now, and under which number.
  mutating func settle(_ event: LedgerEvent, at place: Place) {
    guard let entry = known[event.id] else { return add(event, at: place) }
    known.move(event.id, to: place)
    if entry.record > 0 { book.setSeq(event.seq, at: Int(entry.record) - 1) }
    note(event.id, event.seq, by: writers.code(for: event.writer), at: place)
  }

  /// Takes an event out again, as if it had never been read.
  mutating func remove(_ id: EventID) {
    guard let entry = known.remove(id) else { return }
    if entry.record > 0 { book.setVoid(true, at: Int(entry.record) - 1) }
    book.drawEvents[id] = nil
    voidDraws[id] = nil
    if let target = withdrawals.removeValue(forKey: id) { withdraw(target, by: -1) }
  }

  private mutating func note(_ id: EventID, _ seq: Int, by writer: UInt32, at place: Place) {
    if place.file >= 0 { noteWritten(seq) }
    highestSeq = max(highestSeq, seq)
    while newest.count <= Int(writer) { newest.append(nil) }
    if let known = newest[Int(writer)], (known.seq, known.id) >= (seq, id) { return }
    newest[Int(writer)] = (seq, id)
  }

  private mutating func withdraw(_ target: EventID, by step: Int) {
    let count = (voids[target] ?? 0) + step
    voids[target] = count > 0 ? count : nil
    if let entry = known[target], entry.record > 0 {
      book.setVoid(count > 0, at: Int(entry.record) - 1)
    } else if count > 0, let draw = book.drawEvents.removeValue(forKey: target) {
      voidDraws[target] = draw
    } else if count <= 0, let draw = voidDraws.removeValue(forKey: target) {
      book.drawEvents[target] = draw
    }
  }
}
