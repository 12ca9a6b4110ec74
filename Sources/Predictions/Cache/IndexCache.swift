import SystemPackage

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
    var paths = RealPaths()
    let real = files.map { paths.path(of: $0.file.path) ?? $0.file.path }
    let text = (real + [options.indexText]).joined(separator: "\0")
    return String(ContentDigest(of: text.utf8).digits.prefix(32))
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
