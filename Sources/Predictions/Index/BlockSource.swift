import Synchronization

/// Hands out the rows of several files, block by block in their order, to any number of threads.
///
/// Files of lines are only cut into parts under a lock, which the threads then read by themselves. Of
/// all others one thread at a time reads and finds where rows end, which is quick beside finding out what
/// they say.
final class BlockSource: Sendable {
  /// Bytes that a thread works on at a time: few enough to stay in its cache.
  static let standardBlockSize = 1 << 20

  /// A part of the work, with its number in the order of all.
  struct Ticket: Sendable {
    enum Work: Sendable {
      /// The block was filled with rows; so many lines of the stretch were gone through.
      case rows(lines: Int)
      /// The block is to be filled with the rows from here on. Behind the last of them the file ends
      /// as well: a thread that is handed nothing but ends would only wait for the others.
      case part(LineRanges.Start, isLast: Bool)
      /// The file has no more rows; what its readers should know.
      case end(notes: [String])

      /// The next ticket is about the next file.
      var endsFile: Bool {
        switch self {
        case .rows: false
        case .part(_, let isLast): isLast
        case .end: true
        }
      }
    }

    let number: Int
    let file: Int
    /// The ticket that lines are counted from: whoever reads a part does not know how many come before.
    let stretch: Int
    let work: Work
  }

  private struct Place: Sendable {
    var number = 0
    var file = 0
    var stretch = 0
    var ranges: LineRanges?
    var source: RowSource?
  }

  private let files: [OpenedFile]
  private let blockSize: Int
  private let place: Mutex<Place>
  private let isCancelled = Atomic(false)

  /// - Parameter start: where to begin in place of the first file's first row.
  init(
    _ files: [OpenedFile], blockSize: Int = standardBlockSize, from start: ReadingStart? = nil
  ) {
    self.files = files
    self.blockSize = blockSize
    var place = Place()
    if let start {
      place.file = start.file
      let file = files[start.file].file
      let begin = LineRanges.Start(offset: start.offset, line: start.line)
      place.ranges = LineRanges(file, from: begin)
      if place.ranges == nil { place.source = Self.source(of: file, from: begin, blockSize) }
    }
    self.place = Mutex(place)
  }

  /// No more tickets are handed out; those that were are still to be worked on.
  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    for file in files { file.file.growth?.cancel() }
  }

  var wasCancelled: Bool { isCancelled.load(ordering: .relaxed) }

  /// The next work, with its rows in `block`; nothing when all was handed out.
  ///
  /// - Parameter whileWaiting: called with the number of tickets handed out while a file that grows
  ///   has no more rows, until it returns true; then it stays quiet until there are some.
  func next(
    into block: inout RowBlock, whileWaiting: (Int) -> Bool = { _ in true }
  ) -> Ticket? {
    // A buffer that is filled under the lock belongs to the caller alone.
    place.withLock { place in
      guard place.file < files.count, !wasCancelled else { return nil }
      if place.ranges == nil, place.source == nil { begin(&place) }
      guard let work = work(at: &place, into: &block, whileWaiting: whileWaiting) else {
        return nil
      }
      defer { place.number += 1 }
      let ticket = Ticket(
        number: place.number, file: place.file, stretch: place.stretch, work: work)
      if work.endsFile {
        place.file += 1
        (place.ranges, place.source) = (nil, nil)
      }
      return ticket
    }
  }

  /// Fills `block` with the part that was handed out, for which no lock is held; returns how many
  /// lines it has.
  func read(_ part: LineRanges.Start, of file: Int, into block: inout RowBlock) throws(ReadError)
    -> Int
  {
    var source = Self.source(of: files[file].file, from: part, blockSize)
    _ = try source.next(into: &block)
    return source.linesPassed
  }

  private func begin(_ place: inout Place) {
    let file = files[place.file].file
    place.stretch = place.number
    place.ranges = LineRanges(file)
    if place.ranges == nil { place.source = file.rows(blockSize: blockSize) }
  }

  private static func source(
    of file: RowFile, from start: LineRanges.Start, _ blockSize: Int
  ) -> RowSource {
    RowSource(file, blockSize: blockSize, from: start.offset, line: start.line)
  }

  /// What a thread can do next; nothing when the work was cancelled while more was awaited.
  private func work(
    at place: inout Place, into block: inout RowBlock, whileWaiting: (Int) -> Bool
  ) -> Ticket.Work? {
    switch place.ranges?.next(blockSize) {
    case .begins(let start, let isLast):
      place.stretch = place.number
      return .part(start, isLast: isLast)
    case .end: return .end(notes: [])
    case .isTooLong(let start):
      place.stretch = place.number
      place.ranges = nil
      place.source = Self.source(of: files[place.file].file, from: start, blockSize)
    case nil: break
    }
    // Taken out, so that it is changed in its place and not copied.
    guard var source = place.source.take() else { return nil }
    let number = place.number
    let work = Self.work(
      of: &source, of: files[place.file].file, into: &block,
      whileWaiting: { whileWaiting(number) })
    place.source = source
    return work
  }

  /// What a thread can do next; nothing when the work was cancelled while more was awaited.
  private static func work(
    of source: inout RowSource, of file: RowFile, into block: inout RowBlock,
    whileWaiting: () -> Bool
  ) -> Ticket.Work? {
    var complaint: String?
    do {
      repeat {
        while try source.next(into: &block) {
          if !block.rows.isEmpty { return .rows(lines: source.linesPassed) }
        }
        guard let seen = source.seen, let growth = file.growth else { break }
        let wanted = seen + (seen - source.offset) / 2
        guard growth.wait(beyond: seen, wanting: wanted, whileWaiting: whileWaiting) else {
          return nil
        }
      } while true
      complaint = try file.complaintAboutChoice(whileWaiting: whileWaiting)
    } catch {
      return .end(notes: ["the rows behind are missing: \(error.words)"])
    }
    let note = source.documentDamage?.documentNote
    return .end(notes: [complaint, note, file.growth?.interruption].compactMap(\.self))
  }
}

extension RowDamage {
  /// Trouble that belongs to no row, in words.
  fileprivate var documentNote: String {
    let place = "line \(line), byte \(offset)"
    guard reason == .textAfterValue else {
      return "the document is damaged at \(place): \(reason.words)"
    }
    return "more follows the document at \(place) and was not read: put it into a file of its own"
  }
}
