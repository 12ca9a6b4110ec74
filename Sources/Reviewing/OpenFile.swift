import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open regular file; closed when nothing refers to it any more.
final class OpenFile: Sendable {
  let path: String
  let identity: FileIdentity
  private let descriptor: FileDescriptor

  private init(path: String, identity: FileIdentity, descriptor: FileDescriptor) {
    self.path = path
    self.identity = identity
    self.descriptor = descriptor
  }

  deinit {
    // What was written was synchronised before this; close has nothing left to report.
    try? descriptor.close()
  }

  enum Failure: Error {
    case system(Errno)
    case notARegularFile(FileKind)
  }

  /// Opens what lies at `path`; a file to append to is created by umask where there is none.
  ///
  /// Never waits for the other end of a pipe.
  static func open(
    _ path: String, toAppend: Bool, followsLinks: Bool = true
  ) -> Result<OpenFile, Failure> {
    var options: FileDescriptor.OpenOptions = [.closeOnExec, .nonBlocking]
    if toAppend { options.formUnion([.append, .create]) }
    if !followsLinks { options.insert(.noFollow) }
    let descriptor: FileDescriptor
    do throws(any Error) {
      descriptor = try FileDescriptor.open(
        path, toAppend ? .readWrite : .readOnly, options: options,
        permissions: FilePermissions(rawValue: 0o666))
    } catch {
      let errno = error as? Errno ?? .ioError
      if !followsLinks, errno == .tooManySymbolicLinkLevels {
        return .failure(.notARegularFile(.link))
      }
      return .failure(.system(errno))
    }
    switch FileStatus.of(descriptor) {
    case .success(let status):
      // Owned from here on, so that every way out closes it.
      let file = OpenFile(path: path, identity: status.identity, descriptor: descriptor)
      if let kind = status.kind { return .failure(.notARegularFile(kind)) }
      return .success(file)
    case .failure(let errno):
      try? descriptor.close()
      return .failure(.system(errno))
    }
  }

  func status() -> Result<FileStatus, Errno> { FileStatus.of(descriptor) }

  /// Whether the path still leads to this file.
  var isAtItsPath: Bool {
    guard case .success(let status) = FileStatus.of(path: path) else { return false }
    return status.identity == identity
  }

  /// Reads bytes from `offset` on; fewer than asked for only at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Result<Int, Errno> {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      do {
        let read = try descriptor.read(
          fromAbsoluteOffset: Int64(offset + count), into: rest, retryOnInterrupt: true)
        if read == 0 { break }
        count += read
      } catch {
        return .failure(error as? Errno ?? .ioError)
      }
    }
    return .success(count)
  }

  /// The bytes of a range, nothing where they cannot be had in full.
  func bytes(at offset: Int, count: Int) -> [UInt8]? {
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      if case .success(let read) = read(into: UnsafeMutableRawBufferPointer(buffer), at: offset) {
        isWhole = read == count
        filled = read
      }
    }
    return isWhole ? bytes : nil
  }

  /// Appends all of `bytes`, going on after a short write.
  func append(_ bytes: [UInt8]) -> Result<Void, Errno> {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        do {
          let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
          let written = try descriptor.write(rest, retryOnInterrupt: true)
          // A write that reports nothing would be repeated for ever.
          guard written > 0 else { return .failure(.ioError) }
          done += written
        } catch {
          return .failure(error as? Errno ?? .ioError)
        }
      }
      return .success(())
    }
  }

  /// Waits until the disk has everything that was written.
  func synchronize() -> Result<Void, Errno> {
    Self.synchronize(descriptor)
  }

  /// Takes the advisory lock of the file, trying again until `milliseconds` have passed.
  ///
  /// Where the file system knows no locks, appending goes on without one.
  func lock(milliseconds: Int) -> Result<Void, Errno> {
    var pause: UInt32 = 200
    var waited = 0
    while flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
      switch Errno(rawValue: errno) {
      case .interrupted: continue
      case .wouldBlock, .resourceTemporarilyUnavailable:
        guard waited < milliseconds * 1000 else { return .failure(.wouldBlock) }
        usleep(pause)
        waited += Int(pause)
        pause = min(pause * 2, 5_000)
      case .noLocks, .notSupported, .noFunction, .invalidArgument: return .success(())
      case let other: return .failure(other)
      }
    }
    return .success(())
  }

  func unlock() {
    _ = flock(descriptor.rawValue, LOCK_UN)
  }

  /// As ``synchronize()``; an interruption is no answer and is asked again, a few times.
  static func synchronize(_ descriptor: FileDescriptor) -> Result<Void, Errno> {
    for _ in 0..<100 {
      if fsync(descriptor.rawValue) == 0 { return .success(()) }
      let failure = Errno(rawValue: errno)
      guard failure == .interrupted else { return .failure(failure) }
    }
    return .failure(.interrupted)
  }
}
