import SystemPackage

/// The bytes of a regular file, by position; of one that grows, those that have come.
final class FileBytes: Sendable {
  let path: String
  /// What knows whether more bytes come; absent where none do.
  let growth: Growth?
  private let firstSize: Int
  private let source: Source

  private enum Source {
    /// It can be opened again by its path.
    case named(NamedFile)
    /// It has no name, or must stay open for another reason.
    case held(OwnedDescriptor)
    /// It lies in a spool from a place on, and the bytes of others behind it.
    case spooled(OwnedDescriptor, start: Int)
  }

  /// Opens the file, or says why it cannot be one of predictions.
  convenience init(
    opening path: String, pool: DescriptorPool = .shared
  ) throws(OpenError) {
    let file = try NamedFile(opening: path, pool: pool)
    self.init(.named(file), path: path, size: file.size, growth: nil)
  }

  private init(_ source: Source, path: String, size: Int, growth: Growth?) {
    self.source = source
    self.path = path
    self.growth = growth
    firstSize = size
  }

  /// A file that is written while it is read.
  convenience init(growing file: OwnedDescriptor, path: String, growth: Growth) {
    self.init(.held(file), path: path, size: 0, growth: growth)
  }

  /// What arrives in a spool from `start` on.
  convenience init(spooled file: OwnedDescriptor, from start: Int, path: String, growth: Growth) {
    self.init(.spooled(file, start: start), path: path, size: 0, growth: growth)
  }

  /// A descriptor that stands at the beginning of a regular file; nothing where it does not.
  convenience init?(wholeFile file: OwnedDescriptor, path: String) {
    guard let status = try? Stat(file.descriptor), status.type == .regular,
      (try? file.descriptor.seek(offset: 0, from: .current)) == 0
    else { return nil }
    self.init(.held(file), path: path, size: Int(status.size), growth: nil)
  }

  /// Keeps nothing of the file in memory any more.
  ///
  /// What it begins with is kept until then, because all who decide what it is look at that: of a
  /// thousand small files reading it four times would be a good part of the work.
  func forgetHead() {
    if case .named(let file) = source { file.forgetHead() }
  }

  /// The same file, with the rows that are added to it.
  ///
  /// It stays open: a file that was renamed while it is followed is still read to its end.
  func followed(every interval: Duration) throws(OpenError) -> FileBytes {
    let file = try openFile()
    let followed = FollowedFile(file, path: path)
    let growth = Growth(every: interval) { followed.look() }
    return FileBytes(growing: file, path: path, growth: growth)
  }

  var size: Int { growth?.size ?? firstSize }

  /// No more bytes come than there are by now.
  var isFinal: Bool { growth?.isFinal ?? true }

  /// What the file is can be told from what is there: a followed file is one by itself already.
  var isWhole: Bool { isFinal || growth?.kind == .followed }

  /// Lends the descriptor, to be handed to another process.
  func withDescriptor<Result>(
    _ body: (FileDescriptor) throws(OpenError) -> Result
  ) throws(OpenError) -> Result {
    let file = try openFile()
    defer { withExtendedLifetime(file) {} }
    return try body(file.descriptor)
  }

  private func openFile() throws(OpenError) -> OwnedDescriptor {
    do { return try openFile(toReadAt: 0) } catch { throw .readFailed(error) }
  }

  private func openFile(toReadAt offset: Int) throws(ReadError) -> OwnedDescriptor {
    switch source {
    case .named(let file): try file.descriptor(toReadAt: offset)
    case .held(let descriptor), .spooled(let descriptor, _): descriptor
    }
  }

  /// Reads what fits into `room` from `offset` on and returns how many bytes came: fewer only at the end.
  func read(into room: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReadError) -> Int {
    if case .named(let file) = source, let count = file.readHead(into: room, at: offset) {
      return count
    }
    let file = try openFile(toReadAt: offset)
    defer { withExtendedLifetime(file) {} }
    var (start, limit) = (0, room.count)
    if case .spooled(_, let place) = source { (start, limit) = (place, min(limit, size - offset)) }
    var count = 0
    do {
      while count < limit {
        let rest = UnsafeMutableRawBufferPointer(rebasing: room[count..<limit])
        let place = Int64(start + offset + count)
        let step = try file.descriptor.read(fromAbsoluteOffset: place, into: rest)
        guard step > 0 else { break }
        count += step
      }
    } catch {
      let errno = error as? Errno ?? .ioError
      throw .readFailed(path: path, offset: offset + count, errno: errno)
    }
    return count
  }

  /// The same for an array.
  func read(into room: inout [UInt8], at offset: Int) throws(ReadError) -> Int {
    try room.withUnsafeMutableBytes { room in
      Result { () throws(ReadError) in try read(into: room, at: offset) }
    }.get()
  }

  /// The bytes from `offset` on, at most `limit`.
  func prefix(_ limit: Int, at offset: Int = 0) throws(ReadError) -> [UInt8] {
    var room = [UInt8](repeating: 0, count: max(0, min(limit, size - offset)))
    let count = try read(into: &room, at: offset)
    room.removeLast(room.count - count)
    return room
  }
}
