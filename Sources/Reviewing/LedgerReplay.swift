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

  private struct Known: Sendable {
    var place: Place
    /// The record's place in the book + 1; 0 where the event has none.
    var record: UInt32
  }

  private(set) var book = ReviewBook()
  /// The highest number of any event, those in memory among them.
  private(set) var highestSeq = 0
  /// The highest number that a line has.
  private var highestWritten = 0
  /// The newest event of each writer, whose hash covers all before it.
  var newestOfWriter: [String: (seq: Int, id: EventID)] {
    var newest = newestOfEarlierWriters
    if let latest = newestOfLatestWriter { newest[latest.writer] = (latest.seq, latest.id) }
    return newest
  }

  private var newestOfEarlierWriters: [String: (seq: Int, id: EventID)] = [:]
  /// The writer of the last event, apart: mostly the next one is of the same writer.
  private var newestOfLatestWriter: (writer: String, seq: Int, id: EventID)?
  private var known: [EventID: Known] = [:]
  /// What each withdrawal voids.
  private var withdrawals: [EventID: EventID] = [:]
  /// How many withdrawals void an event, which may not have been read yet.
  private var voids: [EventID: Int] = [:]
  private var voidDraws: [EventID: DrawEvent] = [:]

  /// Makes room for so many events.
  mutating func reserve(_ count: Int) {
    known.reserveCapacity(count)
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
    var record: UInt32 = 0
    switch event.body {
    case .review, .resolve, .pass:
      if var made = book.record(of: event) {
        if voids[event.id] != nil { made.flags.insert(.void) }
        record = UInt32(book.add(made) + 1)
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
    known[event.id] = Known(place: place, record: record)
    note(event, at: place)
  }

  /// Says where an event that is known lies by now, and under which number.
  mutating func settle(_ event: LedgerEvent, at place: Place) {
    guard var entry = known[event.id] else { return add(event, at: place) }
    entry.place = place
    known[event.id] = entry
    if entry.record > 0 { book.setSeq(event.seq, at: Int(entry.record) - 1) }
    note(event, at: place)
  }

  /// Takes an event out again, as if it had never been read.
  mutating func remove(_ id: EventID) {
    guard let entry = known.removeValue(forKey: id) else { return }
    if entry.record > 0 { book.setVoid(true, at: Int(entry.record) - 1) }
    book.drawEvents[id] = nil
    voidDraws[id] = nil
    if let target = withdrawals.removeValue(forKey: id) { withdraw(target, by: -1) }
  }

  private mutating func note(_ event: LedgerEvent, at place: Place) {
    if place.file >= 0 { noteWritten(event.seq) }
    highestSeq = max(highestSeq, event.seq)
    if let latest = newestOfLatestWriter {
      if latest.writer == event.writer {
        if (latest.seq, latest.id) < (event.seq, event.id) {
          newestOfLatestWriter = (event.writer, event.seq, event.id)
        }
        return
      }
      newestOfEarlierWriters[latest.writer] = (latest.seq, latest.id)
    }
    var newest = (seq: event.seq, id: event.id)
    if let earlier = newestOfEarlierWriters[event.writer], earlier > newest { newest = earlier }
    newestOfLatestWriter = (event.writer, newest.seq, newest.id)
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
