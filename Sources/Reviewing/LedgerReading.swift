import Predictions
import Synchronization

/// Reads the whole lines of one file on all processors, and takes them in their order.
///
/// Each thread takes a block, finds out what its lines say, waits until the blocks before it were
/// taken, and has its own taken. What is rare ends it: a line longer than a block, the last line
/// where it is cut off, an error of reading. ``LedgerFileReader/read(to:_:)`` goes on from there.
final class LedgerReading: Sendable {
  private struct Source: Sendable {
    var offset: Int
    var end: Int
    var ticket = 0
  }

  private struct Taking: Sendable {
    var reader: LedgerFileReader
    var intake: LedgerIntake
  }

  private let file: OpenFile
  private let index: Int
  private let blockSize: Int
  private let source: Mutex<Source>
  private let taking: Mutex<Taking>
  private let turnstile = Turnstile()

  private init(_ taking: Taking, to end: Int, index: Int, blockSize: Int) {
    file = taking.reader.file
    self.index = index
    self.blockSize = blockSize
    source = Mutex(Source(offset: taking.reader.offset, end: end))
    self.taking = Mutex(taking)
  }

  /// Reads on up to `end` at most, into `intake` as the file with number `index`.
  static func read(
    _ reader: inout LedgerFileReader, to end: Int, into intake: inout LedgerIntake, of index: Int,
    threads: Int = Processors.count, blockSize: Int = 1 << 18
  ) {
    let size = end - reader.offset
    guard size > blockSize else { return }
    let reading = LedgerReading(
      Taking(reader: reader, intake: intake), to: end, index: index, blockSize: blockSize)
    // What is taken must have one owner, or the first line would copy all of it.
    intake = LedgerIntake()
    BackgroundThread.together(min(threads, size / blockSize + 1)) { _ in reading.work() }
    reading.taking.withLock { taking in
      (reader, intake) = (taking.reader, taking.intake)
      taking.intake = LedgerIntake()
    }
  }

  private func work() {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 16)
    defer { room.deallocate() }
    var lines = LineCollector()
    while let (ticket, offset, count) = next(into: room) {
      let bytes = UnsafeRawBufferPointer(rebasing: room[..<count])
      LineWalk.forEachLine(of: bytes, at: offset) { lines.add($0) }
      turnstile.pass(ticket) { take(&lines) }
    }
  }

  /// Fills `room` with the next whole lines; nothing where there is none that fits.
  private func next(
    into room: UnsafeMutableRawBufferPointer
  ) -> (ticket: Int, offset: Int, count: Int)? {
    source.withLock { source in
      let (offset, wanted) = (source.offset, min(room.count, source.end - source.offset))
      guard wanted > 0 else { return nil }
      let part = UnsafeMutableRawBufferPointer(rebasing: room[..<wanted])
      guard case .success(let count) = file.read(into: part, at: offset),
        let newline = part[..<count].lastIndex(of: UInt8(ascii: "\n"))
      else {
        source.end = offset
        return nil
      }
      source.offset += newline + 1
      source.ticket += 1
      return (source.ticket - 1, offset, newline + 1)
    }
  }

  private func take(_ lines: inout LineCollector) {
    let isForeign = taking.withLock { taking in
      taking.reader.add(&lines, to: &taking.intake, of: index)
      return taking.reader.isForeign
    }
    if isForeign { source.withLock { $0.end = $0.offset } }
  }
}
