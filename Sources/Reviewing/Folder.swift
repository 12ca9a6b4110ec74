import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that holds files of a ledger.
struct Folder: Hashable, Sendable {
  /// The path, `.` for the working folder.
  let path: String

  init(_ path: String) {
    self.path = path.isEmpty ? "." : path
  }

  /// The folder of the file at `path`, and the file's name in it.
  static func split(_ path: String) -> (folder: Folder, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return (Folder("."), path)
    }
    let name = String(path[path.utf8.index(after: slash)...])
    return (Folder(slash == path.startIndex ? "/" : String(path[..<slash])), name)
  }

  /// The path of a file in this folder, as short as can be.
  func path(of name: String) -> String {
    path == "." ? name : path == "/" ? "/" + name : path + "/" + name
  }

  /// The names in the folder in order of their bytes; none where it cannot be listed.
  func names() -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Creates the folder, and those above it, by umask; returns the folders that got a new entry.
  func create() -> Result<[Folder], Errno> {
    if mkdir(path, 0o777) == 0 { return .success([parent]) }
    switch Errno(rawValue: errno) {
    case .fileExists: return .success([])
    case .noSuchFileOrDirectory where parent != self:
      return parent.create().flatMap { changed in
        if mkdir(path, 0o777) == 0 || errno == EEXIST { return .success(changed + [parent]) }
        return .failure(Errno(rawValue: errno))
      }
    case let other: return .failure(other)
    }
  }

  /// Waits until the disk has the folder's entries.
  func synchronize() -> Result<Void, Errno> {
    do {
      let descriptor = try FileDescriptor.open(
        path, .readOnly, options: [.directory, .closeOnExec])
      let result = OpenFile.synchronize(descriptor)
      try? descriptor.close()
      // Some network file systems have nothing to synchronise in a folder and say so.
      if case .failure(.invalidArgument) = result { return .success(()) }
      return result
    } catch {
      return .failure(error as? Errno ?? .ioError)
    }
  }

  /// Where the link of this name leads in the end, be there a file or not; nothing where it is none.
  func endOfLinks(at name: String) -> (folder: Folder, name: String)? {
    var end: (folder: Folder, name: String)?
    // As many as the system itself follows; opening a circle of them fails anyway.
    for _ in 0..<40 {
      let (folder, name) = end ?? (self, name)
      guard let target = Self.target(ofLinkAt: folder.path(of: name)) else { return end }
      end = Self.split(target.hasPrefix("/") ? target : folder.path(of: target))
    }
    return end
  }

  private static func target(ofLinkAt path: String) -> String? {
    let bytes = [CChar](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = max(0, readlink(path, start, buffer.count))
    }
    return bytes.isEmpty ? nil : String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The path from the root, by name alone: links are not followed.
  var absolutePath: String {
    FilePath(Self.workingFolder).pushing(FilePath(path)).lexicallyNormalized().string
  }

  private var parent: Folder { Self.split(path).folder }

  private static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
