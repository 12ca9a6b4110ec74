import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Room for bytes that are too many to hold: it lies in a ``Spool`` and is mapped from there.
///
/// A row of a hundred megabytes is gone through from end to end a few times, and then little of it is
/// shown. Its pages go back to the spool as fast as they were gone through, see ``PageSweep``, so it
/// never takes more memory than a moment's work. Files of users are not mapped, since whoever cuts
/// one short kills its readers and whoever changes one deceives them; a spool has no name, so
/// nobody else can do either, and all of it is reserved before it is used, so no disk can be full.
///
/// Unchecked, because whoever makes a room is alone with it until it is filled, and from then on it is
/// only read.
final class PagedRoom: @unchecked Sendable {
  /// Where rooms lie, and for how many bytes they are.
  struct Place: Sendable {
    static let leastSize = 4 << 20

    let folder: String
    /// Fewer bytes are held in memory.
    var leastSize = Self.leastSize
  }

  private let spool: Spool
  private(set) var bytes: UnsafeMutableRawBufferPointer

  /// A room of `count` bytes; nothing where the folder or the system has none to give.
  init?(in place: Place, count: Int) {
    guard let spool = try? Spool.create(in: place.folder), let bytes = Self.map(spool, count) else {
      return nil
    }
    self.spool = spool
    self.bytes = bytes
    PageSweep.shared.add(bytes)
  }

  deinit { Self.unmap(bytes) }

  /// Makes the room larger, with what is in it; false where there is no more to be had.
  func grow(to count: Int) -> Bool {
    guard let longer = Self.map(spool, count) else { return false }
    Self.unmap(bytes)
    bytes = longer
    PageSweep.shared.add(bytes)
    return true
  }

  private static func map(_ spool: Spool, _ count: Int) -> UnsafeMutableRawBufferPointer? {
    let file = spool.file.descriptor.rawValue
    guard reserve(count, of: file),
      let start = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0),
      start != MAP_FAILED
    else { return nil }
    return UnsafeMutableRawBufferPointer(start: start, count: count)
  }

  private static func unmap(_ bytes: UnsafeMutableRawBufferPointer) {
    PageSweep.shared.remove(bytes)
    munmap(bytes.baseAddress, bytes.count)
  }

  /// Makes the file so long that none of it is a hole: writing to one would fail where the disk is full.
  private static func reserve(_ count: Int, of file: CInt) -> Bool {
    #if canImport(Darwin)
      var wanted = fstore_t()
      wanted.fst_flags = UInt32(F_ALLOCATEALL)
      wanted.fst_posmode = F_PEOFPOSMODE
      wanted.fst_length = off_t(count)
      return fcntl(file, F_PREALLOCATE, &wanted) != -1 && ftruncate(file, off_t(count)) == 0
    #else
      return posix_fallocate(file, 0, off_t(count)) == 0
    #endif
  }
}
