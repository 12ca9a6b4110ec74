import Predictions
import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the process was started with: a command takes it as its context and looks nowhere else.
struct Surroundings: Sendable {
  var environment: [String: String]
  /// The folder that relative paths start from.
  var workingFolder: FilePath
  var loginName: String?

  static func current() -> Surroundings {
    Surroundings(
      environment: readEnvironment(), workingFolder: readWorkingFolder(),
      loginName: readLoginName())
  }

  /// A variable of the environment, unless it is empty.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The path from the root, without links where the file exists.
  func realPath(of path: String) -> FilePath {
    var paths = RealPaths()
    return realPath(of: path, by: &paths)
  }

  /// As ``realPath(of:)`` for each of some files.
  func realPaths(of files: [String]) -> [FilePath] {
    var paths = RealPaths()
    return files.map { realPath(of: $0, by: &paths) }
  }

  private func realPath(of path: String, by paths: inout RealPaths) -> FilePath {
    let whole = workingFolder.pushing(FilePath(path)).lexicallyNormalized()
    return paths.path(of: whole.string).map { FilePath($0) } ?? whole
  }

  private static func readEnvironment() -> [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let sign = text.firstIndex(of: "=") {
        variables[String(text[..<sign])] = String(text[text.index(after: sign)...])
      }
      next += 1
    }
    return variables
  }

  private static func readWorkingFolder() -> FilePath {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return FilePath(platformString: path)
  }

  private static func readLoginName() -> String? {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return nil }
    return String(cString: name)
  }
}
