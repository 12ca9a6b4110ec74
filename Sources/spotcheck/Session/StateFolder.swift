import Foundation
import Interface
import Predictions
import SystemPackage

/// What is kept on this machine between sittings: where a reviewer stopped, which folders were
/// opened before, how much upsetting text was looked at. None of it is ever shared.
///
/// Every record is a small JSON file, written beside and renamed, readable by its owner alone. A
/// record that cannot be read is as good as none.
struct StateFolder: Sendable {
  /// Why a record could not be kept; a notice, never a reason to stop.
  struct WriteError: Error, Hashable {
    let path: String
    let errno: Errno

    var sentence: String { "cannot remember in \(path): \(errno)" }
  }

  /// Absent where neither `XDG_STATE_HOME` nor `HOME` is known: then nothing is remembered.
  let path: FilePath?

  init(surroundings: Surroundings) {
    if let home = surroundings.variable("XDG_STATE_HOME"), FilePath(home).isAbsolute {
      path = FilePath(home).appending("spotcheck")
    } else if let home = surroundings.variable("HOME") {
      path = FilePath(home).appending(".local/state/spotcheck")
    } else {
      path = nil
    }
  }

  private init(path: FilePath?) { self.path = path }

  /// Remembers nothing: practice is written nowhere, also not how far it came.
  static let none = StateFolder(path: nil)

  func read<Record: Decodable>(_ type: Record.Type, from name: String) -> Record? {
    guard let file = path?.appending(name), let data = try? Self.data(of: file) else { return nil }
    return try? JSONDecoder().decode(type, from: data)
  }

  /// More than a record has; what is longer is none.
  private static let mostBytes = 1 << 20

  /// Nothing where the file is none, which is not waited for: what has the name could be a pipe.
  private static func data(of path: FilePath) throws -> Data? {
    let file = try FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec])
    return try file.closeAfter {
      guard try Stat(file).type == .regular else { return nil }
      var data = Data(count: mostBytes + 1)
      let count = try data.withUnsafeMutableBytes { try file.read(into: $0) }
      return count > mostBytes ? nil : data.prefix(count)
    }
  }

  func write(_ record: some Encodable, to name: String) throws(WriteError) {
    guard let path else { return }
    let file = path.appending(name)
    let beside = FilePath("\(file.string).\(ProcessInfo.processInfo.processIdentifier)")
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try Self.makeFolders(file.removingLastComponent())
      try Self.write(try encoder.encode(record), to: beside)
      guard rename(beside.string, file.string) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      throw WriteError(path: file.string, errno: error as? Errno ?? .ioError)
    }
  }

  private static func write(_ data: Data, to file: FilePath) throws {
    let descriptor = try FileDescriptor.open(
      file, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    try descriptor.closeAfter { _ = try descriptor.writeAll(data) }
  }

  private static func makeFolders(_ folder: FilePath) throws {
    if access(folder.string, F_OK) == 0 { return }
    try makeFolders(folder.removingLastComponent())
    guard mkdir(folder.string, 0o700) == 0 || errno == EEXIST else {
      throw Errno(rawValue: errno)
    }
  }
}
