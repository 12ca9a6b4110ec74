import SystemPackage

/// Reads an entry of the cache; whatever is wrong with it is an ``EntryDamage``.
///
/// No length is believed before the file is known to be that long, and no row before the checksum of
/// its chunk was compared.
struct EntryReader {
  let header: EntryHeader
  private let file: FileDescriptor
  /// Behind the header.
  private let start: Int
  private let end: Int

  /// Reads the header of an open entry.
  init(_ file: FileDescriptor) throws {
    let size = Int(try Stat(file).size)
    let preamble = try EntryPreamble(
      decoding: file.bytes(at: 0, length: min(size, EntryPreamble.length)))
    start = EntryPreamble.length + preamble.headerLength
    guard size == start + preamble.restLength else { throw EntryDamage() }
    let bytes = try file.bytes(at: EntryPreamble.length, length: preamble.headerLength)
    guard preamble.matches(bytes) else { throw EntryDamage() }
    self.file = file
    header = try EntryHeader(decoding: bytes)
    end = size
  }

  /// Reads the chunks in their order; `take` gets each with its number of rows.
  func readChunks(
    columns: RowChunk.Columns, _ take: (RowChunk, Int) throws -> Void
  ) throws {
    var offset = start
    for (place, lazy) in header.chunks.enumerated() {
      let count = min(RowChunk.capacity, header.rowCount - place * RowChunk.capacity)
      let chunk = RowChunk(columns: columns, segmentCount: header.segments.count)
      var checksum = Checksum(seed: UInt64(place))
      for column in chunk.columns(of: count) {
        try file.fill(column, at: offset)
        checksum.add(UnsafeRawBufferPointer(column))
        offset += column.count
      }
      for (column, count) in chunk.kept(lazy, of: count) {
        let bytes = try file.bytes(at: offset, length: count * LazyColumn.width)
        checksum.add(bytes)
        column.set(bytes)
        offset += bytes.count
      }
      try check(checksum, at: offset)
      offset += MemoryLayout<UInt64>.size
      try take(chunk, count)
    }
  }

  /// Reads the table of the ids, which only an index that goes on needs.
  func keys() throws -> SeenKeys {
    let behind = end - MemoryLayout<UInt64>.size
    guard behind - header.keyLength >= start else { throw EntryDamage() }
    let bytes = try file.bytes(at: behind - header.keyLength, length: header.keyLength)
    let keys = try SeenKeys(decoding: bytes)
    try check(keys.checksum(seed: UInt64(header.rowCount)), at: behind)
    return keys
  }

  private func check(_ checksum: Checksum, at offset: Int) throws {
    let kept = try file.bytes(at: offset, length: MemoryLayout<UInt64>.size)
    guard kept.withUnsafeBytes({ $0.loadUnaligned(as: UInt64.self) }) == checksum.value else {
      throw EntryDamage()
    }
  }
}

extension FileDescriptor {
  /// Fills all of `room`; damage where the file ends before.
  fileprivate func fill(_ room: UnsafeMutableRawBufferPointer, at offset: Int) throws {
    var count = 0
    while count < room.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: room[count...])
      let step = try read(fromAbsoluteOffset: Int64(offset + count), into: rest)
      guard step > 0 else { throw EntryDamage() }
      count += step
    }
  }

  fileprivate func bytes(at offset: Int, length: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: length)
    try bytes.withUnsafeMutableBytes { try fill($0, at: offset) }
    return bytes
  }
}
