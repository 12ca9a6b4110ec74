import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of entries that can be made again: whatever fails here is as good as no entry.
///
/// It belongs to the user alone, as do its files: they hold no texts, but values of segments.
struct CacheFolder: Sendable {
  /// Entries that were not used for so many days are removed.
  static let daysKept = 30
  /// Hours after which a file that was never finished is nobody's any more.
  private static let hoursUnfinished = 6
  private static let entryEnding = ".index"
  private static let unfinishedEnding = ".new"

  let path: FilePath
  /// What all entries together may take.
  var sizeLimit = 2 << 30

  /// Whether there is an entry to be opened, of whatever kind.
  func has(_ name: String) -> Bool {
    access(path.appending(name + Self.entryEnding).string, F_OK) == 0
  }

  /// Opens an entry and notes that it was used.
  func open(_ name: String) -> FileDescriptor? {
    let file = try? FileDescriptor.open(
      path.appending(name + Self.entryEnding), .readOnly,
      // Not waiting, because what has the name could be a pipe.
      options: [.nonBlocking, .closeOnExec, .noFollow])
    guard let file, isOwn(file) else {
      try? file?.close()
      return nil
    }
    // Both times are now: cleaning goes by them.
    _ = futimens(file.rawValue, nil)
    return file
  }

  func remove(_ name: String) {
    unlink(path.appending(name + Self.entryEnding).string)
  }

  /// Writes an entry beside the others and then names it; nothing of it stays where that fails.
  func write(_ name: String, _ body: (FileDescriptor) throws -> Void) {
    guard makeFolder() else { return }
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    let beside = path.appending("\(name).\(random)\(Self.unfinishedEnding)")
    do {
      let file = try FileDescriptor.open(
        beside, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: .ownerReadWrite)
      try file.closeAfter { try body(file) }
      guard rename(beside.string, path.appending(name + Self.entryEnding).string) == 0 else {
        throw Errno(rawValue: errno)
      }
    } catch {
      unlink(beside.string)
    }
  }

  /// Removes what was not used for long, and then what was used longest ago until the rest fits.
  ///
  /// - Parameter now: seconds since 1970.
  func clean(now: Int) {
    var entries = names.compactMap { name -> (name: String, used: Int, size: Int)? in
      guard let status = try? Stat(path.appending(name), followTargetSymlink: false) else {
        return nil
      }
      return (name, Int(status.st_mtim.tv_sec), Int(status.size))
    }
    entries.sort { $0.used > $1.used }
    var size = 0
    for (name, used, bytes) in entries {
      let hours = (now - used) / 3_600
      let isUnfinished = name.hasSuffix(Self.unfinishedEnding)
      size += bytes
      let isOld = hours >= (isUnfinished ? Self.hoursUnfinished : Self.daysKept * 24)
      if isOld || size > sizeLimit && !isUnfinished {
        unlink(path.appending(name).string)
        size -= bytes
      }
    }
  }

  /// The names of what this type wrote; other files are none of its business.
  private var names: [String] {
    guard let folder = opendir(path.string) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      if let name, name.hasSuffix(Self.entryEnding) || name.hasSuffix(Self.unfinishedEnding) {
        names.append(name)
      }
    }
    return names
  }

  /// Makes the folder, and those above it, for the user alone.
  private func makeFolder() -> Bool {
    func make(_ folder: FilePath) {
      if mkdir(folder.string, 0o700) == 0 || errno != ENOENT { return }
      let parent = folder.removingLastComponent()
      guard parent != folder else { return }
      make(parent)
      mkdir(folder.string, 0o700)
    }
    make(path)
    guard let status = try? Stat(path, followTargetSymlink: false), status.type == .directory,
      status.userID.rawValue == geteuid()
    else { return false }
    return status.permissions == .ownerReadWriteExecute || chmod(path.string, 0o700) == 0
  }

  /// A file that somebody else put there is not believed.
  private func isOwn(_ file: FileDescriptor) -> Bool {
    guard let status = try? Stat(file) else { return false }
    return status.type == .regular && status.userID.rawValue == geteuid()
  }
}
