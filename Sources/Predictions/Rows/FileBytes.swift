import SystemPackage

/// The bytes of a regular file, by position.
final class FileBytes: Sendable {
  let path: String
  let size: Int
  private let descriptor: FileDescriptor

  /// Opens the file, or says why it cannot be one of predictions.
  init(opening path: String) throws(OpenError) {
    self.path = path
    do {
      // What a thing is comes first: opening a pipe would wait, and opening a device may act.
      try Self.check(try Stat(FilePath(path)).type, path)
      descriptor = try FileDescriptor.open(
        FilePath(path), .readOnly, options: [.nonBlocking, .closeOnExec])
    } catch let error as OpenError {
      throw error
    } catch let errno as Errno where errno == .noSuchFileOrDirectory || errno == .notDirectory {
      throw .missing(path: path)
    } catch {
      throw .notReadable(path: path, errno: error as? Errno ?? .ioError)
    }
    do {
      let status = try Stat(descriptor)
      try Self.check(status.type, path)
      size = Int(status.size)
    } catch {
      try? descriptor.close()
      throw error as? OpenError ?? .notReadable(path: path, errno: error as? Errno ?? .ioError)
    }
  }

  deinit {
    try? descriptor.close()
  }

  private static func check(_ type: FileType, _ path: String) throws(OpenError) {
    switch type {
    case .regular: return
    case .directory: throw .isDirectory(path: path)
    default: throw .notAFile(path: path)
    }
  }

  /// Reads up to `limit` bytes at `offset` into `room` from `first` on; fewer only at the end.
  func read(
    into room: inout [UInt8], from first: Int, at offset: Int, upTo limit: Int
  ) throws(ReadError) -> Int {
    var count = 0
    do {
      try room.withUnsafeMutableBytes { room in
        while count < limit {
          let rest = UnsafeMutableRawBufferPointer(rebasing: room[first + count..<first + limit])
          let step = try descriptor.read(fromAbsoluteOffset: Int64(offset + count), into: rest)
          guard step > 0 else { return }
          count += step
        }
      }
    } catch {
      let errno = error as? Errno ?? .ioError
      throw .readFailed(path: path, offset: offset + count, errno: errno)
    }
    return count
  }

  /// The bytes from `offset` on, at most `limit`.
  func prefix(_ limit: Int, at offset: Int = 0) throws(ReadError) -> [UInt8] {
    var room = [UInt8](repeating: 0, count: max(0, min(limit, size - offset)))
    let count = try read(into: &room, from: 0, at: offset, upTo: room.count)
    room.removeLast(room.count - count)
    return room
  }
}
