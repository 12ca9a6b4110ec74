/// Takes lines of files into the replay, and keeps where they came from and which were no use.
struct LedgerIntake: Sendable {
  var replay = LedgerReplay()
  /// Lines of this process that are not saved yet, as they will be or were written.
  var ownLines: [EventID: [UInt8]] = [:]
  /// The files that places of the replay count in.
  private(set) var files: [OpenFile] = []
  private var lost: [[LedgerDamage]] = []
  private var torn: [LedgerDamage?] = []
  /// Files that could not be opened.
  private var unusable: [LedgerDamage] = []
  /// A line that had to be read again could not be.
  private var isUnsure = false

  /// More than this of one file is only counted by reading it again.
  static let mostDamagePerFile = 1_000

  /// As many records as memory is read ahead for: more would be gone again when they are added.
  private static let readAhead = 32

  /// What could not be used, file by file.
  var damage: [LedgerDamage] {
    unusable + zip(lost, torn).flatMap { lost, torn in lost + (torn.map { [$0] } ?? []) }
  }

  /// Adds a file and returns the number under which its lines are taken.
  mutating func add(_ file: OpenFile) -> Int {
    files.append(file)
    lost.append([])
    torn.append(nil)
    return files.count - 1
  }

  mutating func note(unusable damage: LedgerDamage) {
    if !unusable.contains(damage) { unusable.append(damage) }
  }

  /// Whether it is not known what some line says that was taken since this was asked.
  mutating func takeUncertainty() -> Bool {
    defer { isUnsure = false }
    return isUnsure
  }

  /// Says that a file is read on: a last line that was cut off may have been completed.
  mutating func forgetTorn(of file: Int) { torn[file] = nil }

  /// Takes lines of the file with this number, before which so many whole lines lie.
  mutating func take(_ lines: inout LineCollector, of file: Int, after count: Int) {
    let translation = replay.translation(of: &lines)
    let batch = lines.batch
    let shift = replay.add(keys: batch.keys)
    var next = 0
    for (place, other) in batch.others.enumerated() {
      take(next..<other.place, of: batch, file, translation, shift, after: count + place)
      next = other.place
      take(other, of: file, number: count + place + next + 1)
    }
    let rest = next..<batch.reviews.count
    take(rest, of: batch, file, translation, shift, after: count + batch.others.count)
  }

  /// Takes ordinary reviews, the first of which is the line behind so many other lines and reviews.
  private mutating func take(
    _ places: Range<Int>, of batch: LineBatch, _ file: Int, _ translation: NameTranslation,
    _ shift: TextPile.Shift, after others: Int
  ) {
    for place in places {
      if (place - places.lowerBound) % Self.readAhead == 0 {
        let end = min(place + Self.readAhead, places.upperBound)
        replay.readAhead(batch.reviews[place..<end])
      }
      var record = batch.reviews[place]
      translation.translate(&record)
      record.key = shift.moved(record.key)
      record.place.file = Int32(file)
      guard !replay.add(record, by: translation.text(batch.writers[place])) else { continue }
      takeAgain(record, number: others + place + 1)
    }
  }

  /// Takes a review whose name is known: rare enough for the obvious way.
  private mutating func takeAgain(_ record: ReviewRecord, number: Int) {
    let file = Int(record.place.file)
    guard let bytes = bytes(of: record.id, at: record.place) else {
      isUnsure = true
      return
    }
    var reader = LedgerLineReader(.replay)
    guard let event = bytes.withUnsafeBytes({ try? reader.read($0) }) else { return }
    take(event, bytes, at: record.place, number: number, of: file)
  }

  private mutating func take(_ other: LineBatch.Other, of file: Int, number: Int) {
    switch other.content {
    case .blank: break
    case .event(let event):
      let place = LinePlace(file: file, offset: other.offset, length: other.length)
      take(event, nil, at: place, number: number, of: file)
    case .fault(let fault):
      if other.isWhole {
        lose(number, at: other.offset, of: file, fault.kind)
      } else {
        torn[file] = LedgerDamage(
          path: files[file].path, line: number, offset: other.offset, kind: .torn)
      }
    }
  }

  /// Takes an event; its line is read again where nothing is given and it matters.
  private mutating func take(
    _ event: LedgerEvent, _ line: [UInt8]?, at place: LinePlace, number: Int, of file: Int
  ) {
    guard let known = replay.place(of: event.id) else { return replay.add(event, at: place) }
    // A last line that lacked only its line break is read twice.
    if known.file == place.file, known.offset == place.offset { return }
    guard let other = bytes(of: event.id, at: known) else {
      return replay.settle(event, at: place)
    }
    guard let line = line ?? bytes(of: event.id, at: place) else {
      isUnsure = true
      return
    }
    if other == line {
      if known.isInMemory { replay.settle(event, at: place) }
      return
    }
    lose(number, at: place.offset, of: file, .idRepeated(event.id))
    // Which of them counts must not depend on the order of reading.
    if !known.isInMemory, line.lexicographicallyPrecedes(other) {
      replay.remove(event.id)
      replay.add(event, at: place)
    }
  }

  /// Whether the event's line was read from this file.
  func has(_ id: EventID, in file: OpenFile) -> Bool {
    guard let place = replay.place(of: id), !place.isInMemory else { return false }
    return files[Int(place.file)].identity == file.identity
  }

  /// The line of an event, from memory or from its file.
  func bytes(of id: EventID, at place: LinePlace) -> [UInt8]? {
    guard !place.isInMemory else { return ownLines[id] }
    return files[Int(place.file)].bytes(at: place.offset, count: Int(place.length))
  }

  private mutating func lose(
    _ number: Int, at offset: Int, of file: Int, _ kind: LedgerDamage.Kind
  ) {
    guard lost[file].count < Self.mostDamagePerFile else { return }
    lost[file].append(
      LedgerDamage(path: files[file].path, line: number, offset: offset, kind: kind))
  }
}
