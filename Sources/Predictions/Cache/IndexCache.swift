import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where finished indexes are kept, so that a file that did not change need not be read again.
///
///     let cache = IndexCache(folder: "/home/ada/.cache/spotcheck/index", program: "spotcheck 1.0")
///     let store = try PredictionStore.open(["run.jsonl"], options: options, cache: cache)
package struct IndexCache: Sendable {
  let folder: CacheFolder
  /// What a row says may change with each build, and nobody remembers to count up a version.
  let program: String

  /// - Parameters:
  ///   - folder: made with those above it when there is something to keep.
  ///   - program: changes whenever the program does.
  package init(folder: FilePath, program: String) {
    self.folder = CacheFolder(path: folder)
    self.program = program
  }

  /// The name of the entry for some files under some options.
  ///
  /// It goes by paths, so that a file which took the place of another is known to have done so.
  func name(of files: [OpenedFile], options: OpenOptions) -> String {
    let paths = files.map { Self.realPath($0.file.path) }
    let text = (paths + [options.indexText]).joined(separator: "\0")
    return String(ContentDigest(of: text.utf8).digits.prefix(32))
  }

  private static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

extension OpenOptions {
  /// What of the options makes another index, in words; what a run is called does not.
  var indexText: String {
    let fields = fields.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue)=\($0.value)" }
    return """
      rows \(rowsPath ?? "") fields \(fields) signal \(signal?.rawValue ?? "") \
      cuts \(String(describing: cuts)) shield \(shieldThreshold) \(shieldWords) digests \(digests)
      """
  }
}
