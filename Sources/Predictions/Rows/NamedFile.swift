import Synchronization
import SystemPackage

/// A regular file by its path, which is open only while it is read often.
///
/// It is one file and not whatever has its name: opened again it must be the same and begin as it did,
/// or reading fails and says what became of it. The beginning is compared because systems give the
/// number of a file that was removed to the next one. What was written further behind, and that rows
/// are gone because the file was cut shorter, is for whoever reads rows to notice, as it is while the
/// file stays open.
final class NamedFile: Sendable {
  /// So many bytes are at hand while it is decided what the file is.
  static let headLength = 16 << 10

  let path: String
  /// Its bytes when it was opened first.
  let size: Int
  private let device: DeviceID
  private let inode: Inode
  private let beginning: FileMark
  private let head: Mutex<[UInt8]>
  private let pool: DescriptorPool

  /// Opens the file, or says why it cannot be one of predictions.
  init(opening path: String, pool: DescriptorPool) throws(OpenError) {
    do {
      // What a thing is comes first: opening a pipe would wait, and opening a device may act.
      try Self.check(try Stat(FilePath(path)).type, path)
      let file = try Self.open(path, pool)
      let status = try Stat(file.descriptor)
      try Self.check(status.type, path)
      self.path = path
      self.pool = pool
      size = Int(status.size)
      (device, inode) = (status.deviceID, status.inode)
      let bytes = try Self.head(of: file.descriptor, size: size)
      beginning = FileMark(head: bytes, size: size)
      head = Mutex(bytes)
      pool.keep(file, for: ObjectIdentifier(self))
    } catch let error as OpenError {
      throw error
    } catch let errno as Errno where errno == .noSuchFileOrDirectory || errno == .notDirectory {
      throw .missing(path: path)
    } catch {
      throw .notReadable(path: path, errno: error as? Errno ?? .ioError)
    }
  }

  deinit {
    pool.forget(ObjectIdentifier(self))
  }

  /// The open file, to read what lies at `offset`; opened again where it was closed meanwhile.
  func descriptor(toReadAt offset: Int) throws(ReadError) -> OwnedDescriptor {
    if let held = pool.descriptor(of: ObjectIdentifier(self)) { return held }
    do {
      let file = try Self.open(path, pool)
      let status = try Stat(file.descriptor)
      guard status.deviceID == device, status.inode == inode, status.type == .regular,
        try beginning.isBeginning(of: file.descriptor, size: Int(status.size))
      else { throw ReadError.replaced(path: path, offset: offset) }
      pool.keep(file, for: ObjectIdentifier(self))
      return file
    } catch let error as ReadError {
      throw error
    } catch let errno as Errno where errno == .noSuchFileOrDirectory || errno == .notDirectory {
      throw .removed(path: path, offset: offset)
    } catch {
      throw .readFailed(path: path, offset: offset, errno: error as? Errno ?? .ioError)
    }
  }

  /// Copies bytes of the head into `room` and returns how many; nothing where it does not have all that
  /// fit there.
  func readHead(into room: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
    head.withLock { head in
      let end = min(offset + room.count, size)
      guard offset < end, end <= head.count else { return nil }
      room.copyBytes(from: head[offset..<end])
      return end - offset
    }
  }

  /// Keeps the head no longer: what is shown must lie in the file.
  func forgetHead() {
    head.withLock { $0 = [] }
  }

  private static func head(of file: FileDescriptor, size: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: min(size, headLength)) { room, count in
      count = try file.read(fromAbsoluteOffset: 0, into: UnsafeMutableRawBufferPointer(room))
    }
  }

  /// Not waiting, because what has the name now could be a pipe.
  private static func open(_ path: String, _ pool: DescriptorPool) throws -> OwnedDescriptor {
    func open() throws -> FileDescriptor {
      try FileDescriptor.open(
        FilePath(path), .readOnly, options: [.nonBlocking, .closeOnExec])
    }
    do {
      return OwnedDescriptor(try open())
    } catch Errno.tooManyOpenFiles {
      // Others may have taken more than the half that is left to them.
      pool.forgetAll()
      return OwnedDescriptor(try open())
    }
  }

  private static func check(_ type: FileType, _ path: String) throws(OpenError) {
    switch type {
    case .regular: return
    case .directory: throw .isDirectory(path: path)
    default: throw .notAFile(path: path)
    }
  }
}
