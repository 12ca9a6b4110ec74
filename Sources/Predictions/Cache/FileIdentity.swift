import SystemPackage

/// What tells whether a file still is the one that was indexed, without reading it whole.
struct FileIdentity: Equatable, Sendable {
  /// How much of the beginning, the middle and the end is looked at.
  static let digestLength = 64 << 10

  /// What happened to a file since it was indexed.
  enum Change {
    case none
    /// It is longer, and what was there seems to be there still.
    case grown
    case shortened
    /// Another file has its place.
    case replaced
    /// Somebody wrote to it, and not only at its end.
    case rewritten
    /// Only its status changed: a new name or new permissions, or a time that was set by hand.
    case touched
  }

  let device: UInt64
  let inode: UInt64
  let size: Int
  /// When the content changed last, in nanoseconds.
  let modified: Int64
  /// When the status changed last, which unlike ``modified`` nobody can set.
  let changed: Int64
  /// Of the first, the middle and the last 64 KiB; of a file that has no more than those, of all.
  let digests: [UInt64]
}

extension FileIdentity {
  /// The identity of the file as it is now.
  init(_ file: RowFile) throws {
    let status = try Stat(FilePath(file.path))
    self.init(
      status, digests: try Self.digests(of: file, size: min(file.size, Int(status.size))))
  }

  private init(_ status: Stat, digests: [UInt64]) {
    self.init(
      device: UInt64(truncatingIfNeeded: status.deviceID.rawValue),
      inode: UInt64(truncatingIfNeeded: status.inode.rawValue), size: Int(status.size),
      modified: Self.nanoseconds(Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec)),
      changed: Self.nanoseconds(Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec)),
      digests: digests)
  }

  /// The system says of the file what it said when this was made.
  func holds(for file: RowFile) -> Bool {
    guard file.size == size, let status = try? Stat(FilePath(file.path)) else { return false }
    return FileIdentity(status, digests: digests) == self
  }

  /// What happened to the file from this identity to `now`.
  func change(to now: FileIdentity, of file: RowFile) -> Change {
    if now == self { return .none }
    guard now.device == device, now.inode == inode else { return .replaced }
    if now.size < size { return .shortened }
    if now.size > size {
      return (try? Self.digests(of: file, size: size)) == digests ? .grown : .rewritten
    }
    return now.modified == modified && now.digests == digests ? .touched : .rewritten
  }

  private static func digests(of file: RowFile, size: Int) throws -> [UInt64] {
    let isShort = size <= 3 * digestLength
    let length = isShort ? size : digestLength
    let offsets = isShort ? [0] : [0, (size - length) / 2, size - length]
    return try offsets.map { offset in
      var checksum = Checksum(seed: UInt64(offset))
      checksum.add(try file.read(offset: offset, length: length))
      return checksum.value
    }
  }

  private static func nanoseconds(_ seconds: Int64, _ nanoseconds: Int64) -> Int64 {
    // Far beyond the range of any clock, and then only equality counts.
    seconds &* 1_000_000_000 &+ nanoseconds
  }
}

extension FileIdentity {
  func encode(to encoder: inout EntryEncoder) {
    for word in [device, inode, UInt64(bitPattern: modified), UInt64(bitPattern: changed)] {
      encoder.add(word)
    }
    encoder.add(size)
    encoder.add(each: digests) { $0.add($1) }
  }

  init(from decoder: inout EntryDecoder) throws(EntryDamage) {
    device = try decoder.word()
    inode = try decoder.word()
    modified = try decoder.number64()
    changed = try decoder.number64()
    size = try decoder.number()
    digests = try decoder.each { decoder throws(EntryDamage) in try decoder.word() }
    guard size >= 0 else { throw EntryDamage() }
  }
}

extension EntryDecoder {
  fileprivate mutating func number64() throws(EntryDamage) -> Int64 {
    Int64(bitPattern: try word())
  }
}
