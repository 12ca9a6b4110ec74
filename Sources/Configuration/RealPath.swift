#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Paths from the root, with links followed as far as anything exists.
///
/// Paths are bytes to the system: an accent behind a slash is a part of the next name, although the
/// two make one character, and names that only look the same are different.
enum RealPath {
  /// Where `path` leads to, seen from `folder`; of what does not exist the end stays as written.
  static func of(_ path: String, from folder: String = "/") -> String {
    // `..` behind a link leads elsewhere than the names say, so only the system may resolve it.
    var existing = isAbsolute(path) ? path : join(folder, path)
    var missing: [Substring] = []
    var linksLeft = 40
    while existing != "/" {
      if let real = realpath(existing, nil) {
        defer { free(real) }
        let found = String(cString: real)
        return normalized(join(found, missing.reversed().joined(separator: "/")))
      }
      // A link to what does not exist yet leads to where it would be made.
      if linksLeft > 0, let target = link(existing) {
        linksLeft -= 1
        existing = isAbsolute(target) ? target : join(parent(of: existing), target)
        continue
      }
      missing.append(name(of: existing))
      existing = parent(of: existing)
    }
    return normalized("/" + missing.reversed().joined(separator: "/"))
  }

  /// What a link says, nothing where there is none.
  private static func link(_ path: String) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &target, target.count)
    guard count > 0 else { return nil }
    return String(validating: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The folder that `path` lies in.
  static func parent(of path: String) -> String {
    var rest = Substring(path).utf8
    while rest.count > 1, rest.last == slash { rest.removeLast() }
    guard let place = rest.lastIndex(of: slash), place != rest.startIndex else { return "/" }
    return String(Substring(rest[..<place]))
  }

  /// Whether `path` is `folder` or lies somewhere inside of it.
  static func contains(_ folder: String, _ path: String) -> Bool {
    let within = folder == "/" ? "/" : folder + "/"
    return path.utf8.elementsEqual(folder.utf8) || path.utf8.starts(with: within.utf8)
  }

  /// Whether a path begins at the root.
  static func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

  static func join(_ folder: String, _ rest: String) -> String {
    folder.utf8.last == slash ? folder + rest : folder + "/" + rest
  }

  private static let slash = UInt8(ascii: "/")

  private static func name(of path: String) -> Substring { names(of: path).last ?? "" }

  private static func names(of path: String) -> [Substring] {
    Substring(path).utf8.split(separator: slash).map { Substring($0) }
  }

  /// Without `.` and `..`, which is right only for names that are no links.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in names(of: path) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
