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

  /// More than this of one file is only counted by reading it again.
  static let mostDamagePerFile = 1_000

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

  /// Says that a file is read on: a last line that was cut off may have been completed.
  mutating func forgetTorn(of file: Int) { torn[file] = nil }

  /// Takes one line of the file with this number.
  mutating func take(_ line: LedgerFileReader.Line, of file: Int) {
    switch line.content {
    case .blank: break
    case .review(let review): take(review, line, of: file)
    case .event(let event): take(event, line, of: file)
    case .fault(let fault):
      if line.isWhole {
        lose(line, of: file, fault.kind)
      } else {
        torn[file] = LedgerDamage(
          path: files[file].path, line: line.number, offset: line.offset, kind: .torn)
      }
    }
  }

  private mutating func take(
    _ review: QuickReview, _ line: LedgerFileReader.Line, of file: Int
  ) {
    let place = LedgerReplay.Place(
      file: Int32(file), length: UInt32(line.bytes.count), offset: line.offset)
    if replay.add(review, in: line.bytes, at: place) { return }
    // That it is there already is rare enough for the obvious way.
    var reader = LedgerLineReader(.replay)
    if let event = try? reader.read(line.bytes) { take(event, line, of: file) }
  }

  private mutating func take(_ event: LedgerEvent, _ line: LedgerFileReader.Line, of file: Int) {
    let place = LedgerReplay.Place(
      file: Int32(file), length: UInt32(line.bytes.count), offset: line.offset)
    guard let known = replay.place(of: event.id) else { return replay.add(event, at: place) }
    // A last line that lacked only its line break is read twice.
    if known.file == place.file, known.offset == place.offset { return }
    guard let other = bytes(of: event.id, at: known) else {
      return replay.settle(event, at: place)
    }
    if other.elementsEqual(line.bytes) {
      if known.file < 0 { replay.settle(event, at: place) }
      return
    }
    lose(line, of: file, .idRepeated(event.id))
    // Which of them counts must not depend on the order of reading.
    if known.file >= 0, line.bytes.lexicographicallyPrecedes(other) {
      replay.remove(event.id)
      replay.add(event, at: place)
    }
  }

  /// Whether the event's line was read from this file.
  func has(_ id: EventID, in file: OpenFile) -> Bool {
    guard let place = replay.place(of: id), place.file >= 0 else { return false }
    return files[Int(place.file)].identity == file.identity
  }

  /// The line of an event, from memory or from its file.
  func bytes(of id: EventID, at place: LedgerReplay.Place) -> [UInt8]? {
    guard place.file >= 0 else { return ownLines[id] }
    return files[Int(place.file)].bytes(at: place.offset, count: Int(place.length))
  }

  private mutating func lose(
    _ line: LedgerFileReader.Line, of file: Int, _ kind: LedgerDamage.Kind
  ) {
    guard lost[file].count < Self.mostDamagePerFile else { return }
    lost[file].append(
      LedgerDamage(path: files[file].path, line: line.number, offset: line.offset, kind: kind))
  }
}
