import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that appears whole or not at all, readable by its owner alone.
///
/// It owns a temporary file beside the target: created anew with mode 0600, never through a
/// symbolic link. ``commit()`` flushes it, renames it over the target and flushes the folder. A
/// value that ends without that removes the temporary file; a crash leaves the old target or the
/// new one, never a half.
///
///     var file = try PrivateFile.begin(at: "flagged.csv")
///     try file.write(Array("key,verdict\r\n".utf8))
///     try file.commit()
package struct PrivateFile: ~Copyable {
  private let target: FilePath
  private let temporary: FilePath
  private let descriptor: FileDescriptor
  private var isOpen = true

  private init(target: FilePath, temporary: FilePath, descriptor: FileDescriptor) {
    self.target = target
    self.temporary = temporary
    self.descriptor = descriptor
  }

  /// Begins the file that shall be at `path` in the end, which must be none of `sources`.
  package static func begin(
    at path: FilePath, sparing sources: [String] = []
  ) throws(PrivateFileError) -> PrivateFile {
    guard let name = path.lastComponent else { throw .notAFile(path: path.string) }
    try check(path, sparing: sources)
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = path.removingLastComponent().appending(".\(name.string).\(random).tmp")
    do {
      let descriptor = try FileDescriptor.open(
        temporary, .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
        permissions: .ownerReadWrite)
      return PrivateFile(target: path, temporary: temporary, descriptor: descriptor)
    } catch {
      throw .cannotCreate(path: path.string, error as? Errno ?? .ioError)
    }
  }

  deinit {
    if isOpen { try? descriptor.close() }
    // Behind a successful commit no such file exists any more.
    _ = temporary.withPlatformString { unlink($0) }
  }

  /// Appends `bytes`.
  package mutating func write(_ bytes: [UInt8]) throws(PrivateFileError) {
    do {
      _ = try descriptor.writeAll(bytes)
    } catch {
      throw .cannotWrite(path: target.string, error as? Errno ?? .ioError)
    }
  }

  /// Makes the file appear under its name; afterwards nothing may be written.
  package mutating func commit() throws(PrivateFileError) {
    do {
      try Self.flush(descriptor)
      isOpen = false
      try descriptor.close()
    } catch {
      throw .cannotWrite(path: target.string, error as? Errno ?? .ioError)
    }
    let result = temporary.withPlatformString { from in
      target.withPlatformString { rename(from, $0) }
    }
    guard result == 0 else { throw .cannotWrite(path: target.string, Errno(rawValue: errno)) }
    try flushFolder()
  }

  private func flushFolder() throws(PrivateFileError) {
    let name = target.removingLastComponent()
    do {
      let folder = try FileDescriptor.open(
        name.isEmpty ? "." : name, .readOnly, options: [.directory, .closeOnExec])
      try folder.closeAfter { try Self.flush(folder) }
    } catch {
      // Some file systems cannot flush a folder; the file itself is on disk.
      if error as? Errno == .invalidArgument { return }
      throw .notConfirmed(path: target.string, error as? Errno ?? .ioError)
    }
  }

  private static func flush(_ descriptor: FileDescriptor) throws {
    guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Renaming over a device or a folder would destroy it or fail late; over what is being exported
  /// it would destroy the one thing that cannot be made again.
  ///
  /// A source may not exist yet: a ledger before its first line.
  package static func check(
    _ path: FilePath, sparing sources: [String]
  ) throws(PrivateFileError) {
    guard path.lastComponent != nil else { throw .notAFile(path: path.string) }
    guard !sources.contains(where: { isSameName(path, FilePath($0)) }) else {
      throw .isSource(path: path.string)
    }
    guard !isOfTheSystem(path) else { throw .notAFile(path: path.string) }
    var status = stat()
    guard path.withPlatformString({ lstat($0, &status) }) == 0 else { return }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFLNK && isReplaceableLink(path) else {
      throw .notAFile(path: path.string)
    }
    for source in sources {
      var linked = stat()
      var named = stat()
      let isThere = stat(source, &linked) == 0 && lstat(source, &named) == 0
      guard isThere, status.isSameFile(as: linked) || status.isSameFile(as: named) else { continue }
      throw .isSource(path: path.string)
    }
  }
}

extension PrivateFile {
  /// A link to a file, or to nothing yet; whoever names one to a device or a folder means that.
  private static func isReplaceableLink(_ path: FilePath) -> Bool {
    var target = stat()
    guard path.withPlatformString({ stat($0, &target) }) == 0 else { return true }
    return target.st_mode & S_IFMT == S_IFREG
  }

  /// The name is one of those by which the system gives devices and open files to all programs, such
  /// as `/dev/stdout`: it is a link that leads to a file now and then, and nobody's to replace.
  private static func isOfTheSystem(_ path: FilePath) -> Bool {
    guard let real = realpath(folder(of: path), nil) else { return false }
    defer { free(real) }
    let folder = FilePath(String(cString: real))
    return folder == "/dev" || folder.starts(with: "/proc") || folder.starts(with: "/sys")
  }

  /// Both name one entry of one folder, whether or not there is a file.
  private static func isSameName(_ one: FilePath, _ other: FilePath) -> Bool {
    guard one.lastComponent == other.lastComponent else { return false }
    var folders = (stat(), stat())
    return stat(folder(of: one), &folders.0) == 0 && stat(folder(of: other), &folders.1) == 0
      && folders.0.isSameFile(as: folders.1)
  }

  private static func folder(of path: FilePath) -> String {
    let folder = path.removingLastComponent().string
    return folder.isEmpty ? "." : folder
  }

  /// Lets `body` write into a sink and then makes the file appear; on an error nothing appears.
  ///
  /// None of `sources`, from which it is written, is ever replaced.
  package static func write(
    to path: FilePath, sparing sources: [String] = [],
    _ body: (inout any ByteSink) throws(SinkError) -> Void
  ) throws(PrivateFileError) {
    var file = try PrivateFile.begin(at: path, sparing: sources)
    var sink: any ByteSink = DescriptorSink(file.descriptor)
    do {
      try body(&sink)
    } catch {
      switch error {
      case .closed: throw .cannotWrite(path: path.string, .brokenPipe)
      case .failed(let errno): throw .cannotWrite(path: path.string, errno)
      }
    }
    try file.commit()
  }
}

extension stat {
  fileprivate func isSameFile(as other: stat) -> Bool {
    st_dev == other.st_dev && st_ino == other.st_ino
  }
}

/// Why a file could not be written; the target is as it was, unless only the disk's word is missing.
package enum PrivateFileError: Error, Hashable, Sendable {
  /// A folder, a device or no name at all.
  case notAFile(path: String)
  /// What is exported is read from this very file.
  case isSource(path: String)
  case cannotCreate(path: String, Errno)
  case cannotWrite(path: String, Errno)
  /// It is there now, but may be what it was before after a crash.
  case notConfirmed(path: String, Errno)

  /// The error in words, with what to do.
  package var words: String {
    switch self {
    case .notAFile(""): "a file without a name cannot be written: name one"
    case .notAFile(let path): "\(path) is not a regular file: name another one"
    case .isSource(let path):
      "\(path) is what is being read, nothing was changed: name another file"
    case .cannotCreate(let path, .noSuchFileOrDirectory):
      "cannot create \(path): there is no such folder; make it first"
    case .cannotCreate(let path, let errno):
      "cannot create a file beside \(path): \(errno); name one in another folder"
    case .notConfirmed(let path, let errno):
      "\(path) is written, but the disk did not confirm its name: \(errno); export it once more"
    case .cannotWrite(let path, let errno): "cannot write \(path), nothing was changed: \(errno)"
    }
  }
}
