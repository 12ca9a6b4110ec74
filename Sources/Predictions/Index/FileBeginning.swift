/// A file that was opened, with the rows of its first few kilobytes as they lie there.
struct FileBeginning: Sendable {
  /// Rows are taken from so many bytes, but one at least.
  static let byteLimit = 16 << 10
  static let rowLimit = 4
  /// Files that a thread opens before it asks for more.
  private static let filesAtOnce = 32

  let file: RowFile
  let rows: [[UInt8]]

  /// Opens the files, on all processors where they are many.
  ///
  /// - Parameter readsRows: takes the first rows as well.
  static func open(
    _ paths: [String], options: OpenOptions, readsRows: Bool
  ) throws(OpenError) -> [FileBeginning] {
    let results = Monitor<[Result<FileBeginning, OpenError>]>([])
    Workforce.run(
      pieces: (paths.count + filesAtOnce - 1) / filesAtOnce,
      work: { piece in
        (piece * filesAtOnce..<min(paths.count, (piece + 1) * filesAtOnce)).map { place in
          var options = options
          // Rows have the order of their files, so only the last one can get more.
          options.streams.follows = options.streams.follows && place == paths.count - 1
          return open(paths[place], options: options, readsRows: readsRows)
        }
      },
      take: { _, opened in results.withLock { $0 += opened } })
    var files: [FileBeginning] = []
    // Of several files that cannot be opened the first is named, whoever came first.
    for result in results.value { files.append(try result.get()) }
    return files
  }

  private static func open(
    _ path: String, options: OpenOptions, readsRows: Bool
  ) -> Result<FileBeginning, OpenError> {
    Result { () throws(OpenError) in
      let file = try RowFile.open(path, rowsPath: options.rowsPath, streams: options.streams)
      return FileBeginning(file: file, rows: readsRows ? try FirstRows.beginning(of: file) : [])
    }
  }
}
