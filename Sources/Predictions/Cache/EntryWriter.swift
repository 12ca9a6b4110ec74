import SystemPackage

/// Writes an index to a file: a preamble, the header, the rows chunk by chunk, the ids.
///
/// Columns go out as they lie in memory and come back the same way, so that taking an index back
/// costs little more than copying it. That is why the layout of this program is part of the preamble.
struct EntryWriter {
  /// The writing was given up.
  struct Cancelled: Error {}

  private let file: FileDescriptor
  private let isCancelled: () -> Bool

  /// - Parameter isCancelled: asked after each chunk.
  init(_ file: FileDescriptor, isCancelled: @escaping () -> Bool) {
    self.file = file
    self.isCancelled = isCancelled
  }

  /// Writes an entry; linear in the number of rows.
  func write(_ header: EntryHeader, chunks: [RowChunk], keys: SeenKeys) throws {
    let bytes = header.encoded
    try write(EntryPreamble(header: bytes, rest: header.length(of: chunks)).bytes)
    try write(bytes)
    for (place, chunk) in chunks.enumerated() {
      let count = min(RowChunk.capacity, header.rowCount - place * RowChunk.capacity)
      try write(chunk, count: count, lazy: header.chunks[place], place: place)
      if isCancelled() { throw Cancelled() }
    }
    try write(keys.encodedHead)
    for table in keys.tables { try table.tags.withUnsafeBytes { try write($0) } }
    try write(keys.checksum(seed: UInt64(header.rowCount)))
  }

  private func write(
    _ chunk: RowChunk, count: Int, lazy: EntryHeader.ChunkColumns, place: Int
  ) throws {
    var checksum = Checksum(seed: UInt64(place))
    for column in chunk.columns(of: count) {
      checksum.add(UnsafeRawBufferPointer(column))
      try write(UnsafeRawBufferPointer(column))
    }
    for (column, count) in chunk.kept(lazy, of: count) {
      let numbers = column.bytes(of: count)
      checksum.add(numbers)
      try write(numbers)
    }
    try write(checksum)
  }

  private func write(_ checksum: Checksum) throws {
    try withUnsafeBytes(of: checksum.value) { try write($0) }
  }

  private func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write($0) }
  }

  /// Writes from where the bytes lie: the tables are large, and a copy of them would be as well.
  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    var count = 0
    while count < bytes.count {
      count += try file.write(UnsafeRawBufferPointer(rebasing: bytes[count...]))
    }
  }
}

/// The first bytes of an entry: who can read it, and how long everything is.
struct EntryPreamble {
  static let length = 40

  /// Counted up when entries change their meaning in a way that the layout does not tell.
  private static let format: UInt64 = 3
  /// `spotidx` and the format.
  private static let mark: UInt64 = 0x0078_6469_746F_7073 | format << 56
  /// How rows lie in memory.
  private static let layout =
    UInt64(MemoryLayout<PackedRow>.stride) << 32 | UInt64(RowChunk.capacity)

  let headerLength: Int
  let headerChecksum: UInt64
  /// Bytes behind the header.
  let restLength: Int

  init(header: [UInt8], rest: Int) {
    headerLength = header.count
    headerChecksum = Self.checksum(of: header, rest: rest)
    restLength = rest
  }

  /// The preamble that was read, unless it is another program's.
  init(decoding bytes: [UInt8]) throws(EntryDamage) {
    var decoder = EntryDecoder(bytes)
    guard try decoder.word() == Self.mark, try decoder.word() == Self.layout else {
      throw EntryDamage()
    }
    headerLength = try decoder.number()
    headerChecksum = try decoder.word()
    restLength = try decoder.number()
    guard (0...1 << 40).contains(headerLength), (0...1 << 40).contains(restLength) else {
      throw EntryDamage()
    }
  }

  var bytes: [UInt8] {
    var encoder = EntryEncoder()
    for word in [Self.mark, Self.layout] { encoder.add(word) }
    encoder.add(headerLength)
    encoder.add(headerChecksum)
    encoder.add(restLength)
    return encoder.bytes
  }

  /// The header's bytes are those that the preamble was made for.
  func matches(_ header: [UInt8]) -> Bool {
    headerChecksum == Self.checksum(of: header, rest: restLength)
  }

  private static func checksum(of header: [UInt8], rest: Int) -> UInt64 {
    var checksum = Checksum(seed: UInt64(rest))
    checksum.add(header)
    return checksum.value
  }
}

extension EntryHeader {
  /// The bytes of the rows and the ids, with their checksums.
  func length(of chunks: [RowChunk]) -> Int {
    var length = keyLength + 8
    for (place, chunk) in chunks.enumerated() {
      let count = min(RowChunk.capacity, rowCount - place * RowChunk.capacity)
      length += chunk.columns(of: count).reduce(0) { $0 + $1.count } + 8
      length += chunk.kept(self.chunks[place], of: count).reduce(0) {
        $0 + $1.count * LazyColumn.width
      }
    }
    return length
  }
}
