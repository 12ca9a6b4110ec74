/// The rows of a file in their order, a block at a time.
///
/// All it remembers is where the next row begins, so it can be copied, stopped between two blocks
/// and taken up again. A block is 4 MiB; only for a row that is longer it grows, and shrinks again
/// with the next one. What is very long goes to a ``PagedRoom``.
package struct RowSource: Sendable {
  package static let standardBlockSize = 4 << 20

  private enum Finder: Sendable {
    case lines(LineFinder)
    case elements(ElementFinder)
    case records(RecordFinder)
    case nothing
  }

  private let file: RowFile
  private let blockSize: Int
  /// Reading ends before a row that is longer; absent where rows may be as long as they like.
  var longestWanted: Int?
  private var finder: Finder
  /// The file's bytes that were gone through.
  package private(set) var offset: Int
  /// Where the bytes ended for now, with no whole row behind `offset`; absent unless more may come.
  private(set) var seen: Int?

  init(_ file: RowFile, blockSize: Int) {
    self.file = file
    self.blockSize = max(16, blockSize)
    switch file.format {
    case .lines: (finder, offset) = (.lines(LineFinder()), file.start)
    case .sequence: (finder, offset) = (.elements(ElementFinder(layout: .sequence)), file.start)
    case .document(let list, let line, let depth):
      let elements = ElementFinder(layout: .list, line: line, depth: depth)
      (finder, offset) = (.elements(elements), list + 1)
    case .documentWithoutRows: (finder, offset) = (.nothing, file.size)
    case .table(let layout, _, let firstRow, let line):
      (finder, offset) = (.records(RecordFinder(layout: layout, line: line)), firstRow)
    }
  }

  /// The rows from `offset` on, where one begins in `line`; only lines and tables can be entered so.
  init(_ file: RowFile, blockSize: Int, from offset: Int, line: Int) {
    self.init(file, blockSize: blockSize)
    switch file.format {
    case .lines: finder = .lines(LineFinder(line: line))
    case .table(let layout, _, _, _):
      finder = .records(RecordFinder(layout: layout, line: line))
    case .sequence, .document, .documentWithoutRows:
      preconditionFailure("a document is read from its beginning")
    }
    self.offset = offset
  }

  /// Trouble that belongs to no row, such as a document that was cut: known when all rows are read.
  package var documentDamage: RowDamage? {
    guard case .elements(let finder) = finder else { return nil }
    return finder.damage
  }

  /// How many lines were gone through, those before the beginning included; of lines alone.
  var linesPassed: Int {
    if case .lines(let finder) = finder { finder.line - 1 } else { 0 }
  }

  /// Fills `block` with the next rows; false when there are no more.
  ///
  /// A block may hold no rows although more follow. Of a file that grows, false says that there are
  /// no more for now, as long as ``seen`` says so too. Linear in the bytes read.
  package mutating func next(into block: inout RowBlock) throws(ReadError) -> Bool {
    block.begin(at: offset, room: blockSize)
    seen = nil
    if case .nothing = finder { return false }
    while true {
      let wanted = min(block.bytes.count - block.used, step(behind: block.used))
      // Asked before reading: bytes that come in between belong to the next call.
      let isFinal = file.isFinal
      let count = try file.fill(
        &block.bytes, from: block.used, at: offset + block.used, upTo: wanted)
      block.used += count
      let isLast = isFinal && count < wanted
      let taken = isLast || mayEndRow(in: block, count) ? find(in: &block, isLast: isLast) : 0
      if taken > 0 || isLast {
        offset += taken
        return taken > 0
      }
      if count < wanted { return pause(at: block.end) }
      if let longestWanted, block.used >= longestWanted { return false }
      guard block.used < JSONTape.maximumRowLength else { return try passLongRow(&block) }
      if block.used == block.bytes.count {
        block.bytes.grow(forUpTo: file.size - block.end, in: file.pagedPlace)
      }
    }
  }

  /// How many bytes to read before rows are looked for again.
  private func step(behind used: Int) -> Int {
    switch finder {
    case .lines, .nothing: blockSize
    // As much again as there is, since all of it is gone through again; all of the room may be much
    // more than the row.
    case .elements, .records: max(blockSize, used)
    }
  }

  /// Whether a row can end in the bytes that were read last.
  private func mayEndRow(in block: RowBlock, _ count: Int) -> Bool {
    guard case .lines = finder, block.used > count else { return true }
    return block.bytes.withUnsafeBytes { bytes in
      let new = UnsafeRawBufferPointer(rebasing: bytes[block.used - count..<block.used])
      return ByteSearch.firstIndex(of: 0x0A, in: new, from: 0) != nil
    }
  }

  /// There is no whole row behind `offset` for now.
  private mutating func pause(at end: Int) -> Bool {
    seen = end
    return false
  }

  private mutating func find(in block: inout RowBlock, isLast: Bool) -> Int {
    switch finder {
    case .lines(var lines):
      defer { finder = .lines(lines) }
      return block.find(with: &lines, isLast: isLast)
    case .elements(var elements):
      finder = .nothing
      defer { finder = .elements(elements) }
      return block.find(with: &elements, isLast: isLast)
    case .records(var records):
      defer { finder = .records(records) }
      return block.find(with: &records, isLast: isLast)
    case .nothing: return 0
    }
  }

  /// Goes to the end of a line that is longer than a row may be, keeping none of it.
  private mutating func passLongRow(_ block: inout RowBlock) throws(ReadError) -> Bool {
    let start = offset
    let isLine = if case .elements = finder { false } else { true }
    var end = start + block.used
    block.begin(at: start, room: blockSize)
    while true {
      let isFinal = file.isFinal
      let count = try file.fill(&block.bytes, from: 0, at: end, upTo: block.bytes.count)
      let lineFeed = block.bytes.withUnsafeBytes {
        ByteSearch.firstIndex(of: 0x0A, in: UnsafeRawBufferPointer(rebasing: $0[..<count]), from: 0)
      }
      if isLine, let lineFeed {
        append(RowPosition(offset: start, length: end + lineFeed - start, line: 0), to: &block)
        offset = end + lineFeed + 1
        return true
      }
      end += count
      if count == 0, !isFinal { return pause(at: end) }
      guard count > 0 else { break }
    }
    append(RowPosition(offset: start, length: end - start, line: 0), to: &block)
    offset = end
    return true
  }

  private mutating func append(_ row: RowPosition, to block: inout RowBlock) {
    switch finder {
    case .lines(var lines):
      block.rows.append(lines.passLongRow(at: row.offset, length: row.length))
      finder = .lines(lines)
    case .elements(var elements):
      block.rows.append(elements.passLongRow(at: row.offset, length: row.length))
      finder = .elements(elements)
    case .records(var records):
      block.rows.append(records.passLongRow(at: row.offset, length: row.length))
      finder = .records(records)
    case .nothing: break
    }
  }
}

extension RowBlock {
  /// Empties the block for what lies at `offset`.
  fileprivate mutating func begin(at offset: Int, room: Int) {
    rows.removeAll(keepingCapacity: true)
    start = offset
    used = 0
    bytes.reset(to: room)
  }

  fileprivate mutating func find(with finder: inout some RowFinder, isLast: Bool) -> Int {
    let bytes = self.bytes
    return bytes.withUnsafeBytes { bytes in
      let read = UnsafeRawBufferPointer(rebasing: bytes[..<used])
      return finder.findRows(in: read, at: start, isLast: isLast, rows: &rows)
    }
  }
}
