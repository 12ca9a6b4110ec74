import Configuration
import Evaluation
import Foundation
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file of a history: lines are appended whole and kept by the disk, and none is ever changed.
struct HistoryFile {
  let path: String

  /// The history of the configuration, `history.jsonl` beside it unless it says so otherwise.
  init(_ found: FoundConfiguration) {
    path = found.history
  }

  init(path: String) { self.path = path }

  /// Appends a line, under a lock and with one write, and waits for the disk.
  ///
  /// Where the file does not end in a line break, as after a torn write, one goes before it.
  func append(_ entry: HistoryEntry) throws(CommandError) {
    do throws(Errno) {
      try append(Array((entry.line + "\n").utf8))
    } catch .notSupported {
      throw CommandError("the history \(path) is no ordinary file: name another one as history:")
    } catch {
      throw CommandError("cannot write the history \(path): \(error)")
    }
  }

  private func append(_ line: [UInt8]) throws(Errno) {
    let isNew = access(path, F_OK) != 0
    let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o666)
    guard file >= 0 else { throw Errno(rawValue: errno) }
    defer { _ = FileDescriptor(rawValue: file).closeIgnoringErrors() }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Errno(rawValue: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notSupported }
    // Where the file system knows no locks, one write is still most likely one line.
    while flock(file, LOCK_EX) != 0, errno == EINTR {}
    var bytes = line
    let size = lseek(file, 0, SEEK_END)
    var last: UInt8 = 0
    if size > 0, pread(file, &last, 1, size - 1) == 1, last != UInt8(ascii: "\n") {
      bytes.insert(UInt8(ascii: "\n"), at: 0)
    }
    do {
      try FileDescriptor(rawValue: file).writeAll(bytes)
    } catch {
      throw error as? Errno ?? .ioError
    }
    guard fsync(file) == 0 else { throw Errno(rawValue: errno) }
    if isNew { try syncFolder() }
  }

  /// Without its name on the disk, a new file may be gone after a crash.
  private func syncFolder() throws(Errno) {
    let folder = FilePath(path).removingLastComponent()
    let descriptor = open(folder.isEmpty ? "." : folder.string, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    defer { _ = FileDescriptor(rawValue: descriptor).closeIgnoringErrors() }
    // Some network file systems have nothing to synchronise in a folder and say so.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw Errno(rawValue: errno) }
  }

  /// Reads it; nothing where there is no such file.
  func read() throws(CommandError) -> HistoryReading? {
    guard access(path, F_OK) == 0 else { return nil }
    do {
      return HistoryReading(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw CommandError("cannot read the history \(path)")
    }
  }
}

extension FileDescriptor {
  fileprivate func closeIgnoringErrors() -> Bool { (try? close()) != nil }
}
