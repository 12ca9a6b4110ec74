#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the paths of files without links; of many in one folder the folder is looked at once.
///
/// The system is asked of every part of a path, and the shards of a run share all but the last.
///
///     var paths = RealPaths()
///     let real = ["run/a.jsonl", "run/b.jsonl"].map { paths.path(of: $0) }
package struct RealPaths {
  private var folders: [String: String] = [:]

  package init() {}

  /// The file's path from the root; nothing where there is no such file.
  package mutating func path(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return Self.real(path) }
    let name = path[path.utf8.index(after: slash)...]
    guard !["", ".", ".."].contains(name), Self.isThereAndNoLink(path) else {
      return Self.real(path)
    }
    // With its slash, which alone is the root.
    let folder = String(path[...slash])
    guard let known = folders[folder] ?? Self.real(folder) else { return nil }
    folders[folder] = known
    return known.utf8.last == UInt8(ascii: "/") ? known + name : "\(known)/\(name)"
  }

  /// The system refuses to read as a link what is none.
  private static func isThereAndNoLink(_ path: String) -> Bool {
    var target: CChar = 0
    return readlink(path, &target, 1) < 0 && errno == EINVAL
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
