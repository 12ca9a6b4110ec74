import Predictions

/// What the screen's thread and the ledger's thread share.
struct LedgerCore: Sendable {
  let reviewer: String
  /// Names this process in its lines.
  let writer: String
  /// Something is written; otherwise events are done once they are in the book.
  let isWritten: Bool
  var intake = LedgerIntake()
  /// Events on their way to the disk, oldest first.
  private(set) var queue: [LedgerEvent] = []
  /// How many at the front of the queue were tried and could not be saved anywhere.
  private(set) var failed = 0
  private var kept = KeptLines()
  /// Events that were saved and are in no file any more, until they are queued again.
  private var lost: [LedgerEvent] = []
  /// What became of the events of this process.
  private(set) var states: [EventID: EventState] = [:]
  /// Comments that are not on disk yet.
  private(set) var comments: [EventID: String] = [:]
  private(set) var status = SavingStatus.saved
  /// The hash of the last line of this process that is on disk.
  private(set) var ownHead: String?
  private var rescued = 0
  private var identifiers = EventIDSource()
  private var generator: any RandomNumberGenerator & Sendable

  /// The file that is written: the named one, or one of this writer's own.
  var written: String?
  /// How the files were found when they were opened; nothing until then.
  var opening: Opening?
  /// How often somebody asked to read what is new, and up to which of them it was done.
  var refreshesAsked = 0
  var refreshesDone = 0
  /// The files were read once; until then the book has nothing but what was appended here.
  var isRead = true
  /// A thread saves and reads; a ledger in memory has none.
  var hasThread = false
  var isClosing = false
  /// Nobody wants to wait for locks any more: what cannot have one at once goes to a rescue file.
  var isHurried = false
  var isClosed = false

  /// What came of opening the files.
  enum Opening: Hashable, Sendable {
    case opened(isLong: Bool)
    /// What is there cannot be a ledger.
    case refused(LedgerError)
    /// Whoever opened the ledger has gone on without it, and can no longer refuse it.
    case late
  }

  init(
    reviewer: String, generator: any RandomNumberGenerator & Sendable, written: String?
  ) {
    self.reviewer = reviewer
    self.generator = generator
    self.written = written
    isWritten = written != nil
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".unicodeScalars)
    var name = String.UnicodeScalarView()
    for _ in 0..<6 {
      name.append(digits[Int(self.generator.next(upperBound: UInt64(digits.count)))])
    }
    writer = String(name)
  }

  /// Everything appended is saved, rescued, or was tried in vain.
  var isSettled: Bool { queue.count == failed && lost.isEmpty }

  /// The ledger's thread has something to do.
  var needsThread: Bool { !isSettled || isClosing || refreshesAsked > refreshesDone }

  mutating func append(_ draft: LedgerDraft, at now: Timestamp) -> EventID {
    let event = event(draft, at: now)
    add(event)
    return event.id
  }

  private mutating func event(_ draft: LedgerDraft, at now: Timestamp) -> LedgerEvent {
    LedgerEvent(
      id: identifiers.next(at: now, using: &generator), at: now, by: reviewer,
      seq: intake.replay.nextSeq, writer: writer, item: draft.item, context: draft.context,
      body: draft.body)
  }

  private mutating func add(_ event: LedgerEvent) {
    // Numbers end where somebody wrote the highest there is; what would count then is taken back.
    for id in intake.replay.outranking(event) {
      enqueue(self.event(LedgerDraft(item: event.item, body: .withdraw(of: id)), at: event.at))
    }
    enqueue(event)
  }

  private mutating func enqueue(_ event: LedgerEvent) {
    intake.replay.add(event, at: .memory)
    comments[event.id] = event.comment
    states[event.id] = isWritten && !isClosed ? .saving : isWritten ? .unsaved : .saved
    guard isWritten else { return }
    queue.append(event)
    status = .saving(queue.count)
  }

  /// Takes what was read anew, and puts back what is only in memory.
  mutating func replace(by fresh: LedgerIntake) {
    let old = intake
    intake = fresh
    intake.ownLines = old.ownLines
    guard isRead else { return number() }
    intake.replay.noteNumbers(of: old.replay)
    for event in queue where intake.replay.place(of: event.id) == nil {
      intake.replay.add(event, at: .memory)
    }
    keepLost()
  }

  /// What was saved and is gone is said all the same, and has to be saved again.
  private mutating func keepLost() {
    var reader = LedgerLineReader(.whole)
    for (id, line) in kept.take(missingIn: intake.replay) {
      guard let event = line.withUnsafeBytes({ try? reader.read($0) }) else { continue }
      intake.ownLines[id] = line
      intake.replay.add(event, at: .memory)
      states[id] = .unsaved
      lost.append(event)
    }
  }

  /// Puts what was saved and is gone before what waits to be saved: its lines come first.
  mutating func queueLost() {
    guard !lost.isEmpty else { return }
    queue.insert(contentsOf: lost, at: 0)
    let count = failed + lost.count
    lost = []
    fail(count, because: "\(written ?? ""): what was saved in it is not there any more")
  }

  /// Numbers what was appended before anything was read: nobody knew which number comes next.
  private mutating func number() {
    let early = queue
    queue = []
    for var event in early {
      event.seq = intake.replay.nextSeq
      add(event)
    }
    isRead = true
  }

  /// Numbers and links the events of the queue that have no line yet, and returns all their lines
  /// but those that an earlier attempt left in `file`.
  mutating func lines(
    of count: Int, missingIn file: OpenFile, after previous: inout String?, else first: String?
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for place in 0..<count where !intake.has(queue[place].id, in: file) {
      if let line = intake.ownLines[queue[place].id] {
        bytes += line
      } else {
        // Others may have written since the event was made; its number is settled only now.
        queue[place].seq = max(queue[place].seq, intake.replay.nextSeqToWrite)
        queue[place].prev = previous ?? first
        let line = Array(queue[place].line.utf8)
        previous = ContentDigest(of: line).text
        intake.ownLines[queue[place].id] = line
        intake.replay.settle(queue[place], at: .memory)
        intake.replay.noteWritten(queue[place].seq)
        bytes += line
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}

/// What became of the queue.
extension LedgerCore {
  /// The first `count` events of the queue are on disk: in the ledger, or in the rescue file at `path`.
  mutating func finish(_ count: Int, rescuedTo path: String?, because reason: String?) {
    for event in queue.prefix(count) {
      states[event.id] = path.map { .rescued(path: $0) } ?? .saved
      if let line = intake.ownLines[event.id] { ownHead = ContentDigest(of: line).text }
      // What cannot be read back from its file stays in memory.
      guard let place = intake.replay.place(of: event.id), place.file >= 0 else { continue }
      comments[event.id] = nil
      if let line = intake.ownLines.removeValue(forKey: event.id) { kept.keep(line, of: event.id) }
    }
    queue.removeFirst(count)
    failed = 0
    if let path {
      rescued += count
      status = .unsaved(count: rescued, reason: reason ?? "", rescued: path)
    } else {
      status = .saved
    }
    if !queue.isEmpty { status = .saving(queue.count) }
  }

  /// The queue waits for the lock of a file, or no longer does.
  mutating func noteWaiting(forLockOf path: String?) {
    status =
      path.map { .waiting(queue.count, reason: "waits for the lock of \($0)") }
      ?? .saving(queue.count)
  }

  /// The first `count` events could not be saved anywhere.
  mutating func fail(_ count: Int, because reason: String) {
    for event in queue.prefix(count) { states[event.id] = .unsaved }
    failed = count
    status =
      queue.count > count
      ? .saving(queue.count) : .unsaved(count: count, reason: reason, rescued: nil)
  }

  /// The line of an event as its file has it.
  func line(of id: EventID) -> [UInt8]? {
    intake.replay.place(of: id).flatMap { intake.bytes(of: id, at: $0) }
  }

  /// The hash of each writer's newest line on disk.
  var heads: [String] {
    var heads = intake.replay.newestOfWriter.filter { $0.key != writer }
      .compactMap { line(of: $0.value.id).map { ContentDigest(of: $0).text } }
    if let ownHead { heads.append(ownHead) }
    return heads.sorted()
  }

  /// Whether the first `count` events of the queue were read from a file.
  func isOnDisk(_ count: Int) -> Bool {
    queue.prefix(count).allSatisfy { (intake.replay.place(of: $0.id)?.file ?? -1) >= 0 }
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
