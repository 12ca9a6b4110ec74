import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which file a path or a descriptor leads to, whatever it is named.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

/// What the system says of a file.
struct FileStatus: Sendable {
  let identity: FileIdentity
  let size: Int
  /// Nothing for a regular file.
  let kind: FileKind?
  /// When the content last changed, in nanoseconds.
  let modified: Int64

  /// The status of what lies at `path`, links followed.
  static func of(path: String) -> Result<FileStatus, Errno> {
    var found = stat()
    guard stat(path, &found) == 0 else { return .failure(Errno(rawValue: errno)) }
    return .success(FileStatus(found))
  }

  /// The status of an open file.
  static func of(_ descriptor: FileDescriptor) -> Result<FileStatus, Errno> {
    var found = stat()
    guard fstat(descriptor.rawValue, &found) == 0 else {
      return .failure(Errno(rawValue: errno))
    }
    return .success(FileStatus(found))
  }

  private init(_ found: stat) {
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: found.st_dev), inode: UInt64(found.st_ino))
    size = Int(found.st_size)
    kind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: nil
      case S_IFDIR: .folder
      case S_IFCHR, S_IFBLK: .device
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .other
      }
    #if canImport(Glibc)
      let time = found.st_mtim
    #else
      let time = found.st_mtimespec
    #endif
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
