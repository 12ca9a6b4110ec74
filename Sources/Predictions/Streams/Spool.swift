import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of our own that a stream is written to, so that its rows can be read by position.
///
/// Its name is taken away as soon as it is open: its room is given back with the descriptor however
/// the program ends, and nobody else can open it. Only a crash between the two calls leaves a file,
/// which the next spool removes.
struct Spool {
  let file: OwnedDescriptor
  let folder: String

  /// Creates an empty spool in `folder`, with the folders up to it where they are missing.
  static func create(in folder: String) throws(Errno) -> Spool {
    let path = FilePath(folder)
    do {
      try makeFolders(path)
      removeLeftOvers(in: path)
      let random = String(UInt64.random(in: .min ... .max), radix: 36)
      let name = path.appending("\(getpid())-\(random).spool")
      let file = try FileDescriptor.open(
        name, .readWrite, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
        permissions: .ownerReadWrite)
      _ = name.withPlatformString { unlink($0) }
      return Spool(file: OwnedDescriptor(file), folder: folder)
    } catch {
      throw error as? Errno ?? .ioError
    }
  }

  private static func makeFolders(_ path: FilePath) throws(Errno) {
    if path.isEmpty || path.withPlatformString({ access($0, F_OK) }) == 0 { return }
    try makeFolders(path.removingLastComponent())
    guard path.withPlatformString({ mkdir($0, 0o700) }) == 0 || errno == EEXIST else {
      throw Errno(rawValue: errno)
    }
  }

  /// Removes the spools of processes that are no more.
  private static func removeLeftOvers(in folder: FilePath) {
    guard let listing = folder.withPlatformString({ opendir($0) }) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasSuffix(".spool"), let number = name.split(separator: "-").first,
        let process = Int32(number), process > 0, kill(process, 0) != 0, errno == ESRCH
      else { continue }
      _ = folder.appending(name).withPlatformString { unlink($0) }
    }
  }
}
