#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Paths from the root, with links followed as far as anything exists.
enum RealPath {
  /// Where `path` leads to, seen from `folder`; of what does not exist the end stays as written.
  static func of(_ path: String, from folder: String = "/") -> String {
    // `..` behind a link leads elsewhere than the names say, so only the system may resolve it.
    var existing = path.hasPrefix("/") ? path : join(folder, path)
    var missing: [Substring] = []
    while existing != "/" {
      if let real = realpath(existing, nil) {
        defer { free(real) }
        let found = String(cString: real)
        return normalized(join(found, missing.reversed().joined(separator: "/")))
      }
      missing.append(name(of: existing))
      existing = parent(of: existing)
    }
    return normalized("/" + missing.reversed().joined(separator: "/"))
  }

  /// The folder that `path` lies in.
  static func parent(of path: String) -> String {
    var rest = path[...]
    while rest.count > 1, rest.last == "/" { rest.removeLast() }
    guard let slash = rest.lastIndex(of: "/"), slash != rest.startIndex else { return "/" }
    return String(rest[..<slash])
  }

  /// Whether `path` is `folder` or lies somewhere inside of it.
  static func contains(_ folder: String, _ path: String) -> Bool {
    folder == "/" || path == folder || path.hasPrefix(folder + "/")
  }

  static func join(_ folder: String, _ rest: String) -> String {
    folder.hasSuffix("/") ? folder + rest : folder + "/" + rest
  }

  private static func name(of path: String) -> Substring {
    path.split(separator: "/").last ?? ""
  }

  /// Without `.` and `..`, which is right only for names that are no links.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
