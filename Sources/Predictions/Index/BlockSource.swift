import Synchronization

/// Hands out the rows of several files, block by block in their order, to any number of threads.
///
/// Finding where rows end is quick beside reading them, so one thread at a time does that under a
/// lock, and what the rows say is found out outside of it.
final class BlockSource: Sendable {
  /// Bytes that a thread works on at a time: few enough to stay in its cache.
  static let standardBlockSize = 1 << 20

  /// A part of the work, with its number in the order of all.
  struct Ticket: Sendable {
    enum Work: Sendable {
      /// The block was filled with rows.
      case rows
      /// The file has no more rows; what its readers should know.
      case end(notes: [String])
    }

    let number: Int
    let file: Int
    let work: Work
  }

  private struct Place: Sendable {
    var number = 0
    var file = 0
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
    place = Mutex(
      start.map { start in
        let source = RowSource(
          files[start.file].file, blockSize: blockSize, from: start.offset, line: start.line)
        return Place(file: start.file, source: source)
      } ?? Place())
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
      var source = place.source ?? files[place.file].file.rows(blockSize: blockSize)
      place.source = nil
      let file = files[place.file].file
      guard
        let work = Self.work(
          of: &source, of: file, into: &block, whileWaiting: { whileWaiting(place.number) })
      else { return nil }
      defer { place.number += 1 }
      let ticket = Ticket(number: place.number, file: place.file, work: work)
      if case .end = work { place.file += 1 } else { place.source = source }
      return ticket
    }
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
          if !block.rows.isEmpty { return .rows }
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
