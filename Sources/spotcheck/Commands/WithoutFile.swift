import Configuration
import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `spotcheck` without a file.
enum WithoutFile {
  /// The newest of the runs that the configuration names, by when it was last written and then by
  /// name; nothing without a configuration.
  static func newestRun(config: String?, in surroundings: Surroundings) throws -> String? {
    try runs(config: config, in: surroundings).first
  }

  /// So many runs are looked at together, the newest.
  static let mostRuns = 30

  private static let longestPattern = 1024

  /// The runs that the configuration names, newest first; none without a configuration.
  static func runs(config: String?, in surroundings: Surroundings) throws -> [String] {
    let found = try FoundConfiguration(
      named: config, predictions: nil, workingFolder: surroundings.workingFolder.string)
    guard let path = found.path else { return [] }
    let patterns = found.configuration.runs.map(found.path(of:))
    guard !patterns.isEmpty else {
      throw UsageError(
        "name the file to review, or say in \(path) where runs are: `runs: predictions/*.jsonl`")
    }
    // The system goes through a pattern folder by folder, each time deeper into the same stack.
    guard found.configuration.runs.allSatisfy({ $0.utf8.count <= longestPattern }) else {
      throw CommandError(
        "a pattern of `runs` in \(path) is longer than \(longestPattern) bytes: shorten it")
    }
    let files = Set(patterns.flatMap(files(matching:))).compactMap { path in
      modified(path).map { (path: path, at: $0) }
    }
    guard !files.isEmpty else {
      throw CommandError(
        "no file is as `runs` in \(path) has it: \(patterns.joined(separator: ", "))")
    }
    return files.sorted { ($0.at, $0.path) > ($1.at, $1.path) }.prefix(mostRuns).map(\.path)
  }

  private static func files(matching pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0, let paths = found.gl_pathv else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
  }

  /// Nanoseconds since 1970 at which a regular file was last written.
  private static func modified(_ path: String) -> Int64? {
    guard let status = try? Stat(FilePath(path)), status.type == .regular else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
