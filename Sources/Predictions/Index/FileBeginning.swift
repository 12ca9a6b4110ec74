/// A file that was opened, with the rows of its first few kilobytes as they lie there.
struct FileBeginning: Sendable {
  /// Rows are taken from so many bytes, but one at least.
  static let byteLimit = NamedFile.headLength
  static let rowLimit = 4
  /// Files that a thread opens before it asks for more.
  private static let filesAtOnce = 32

  let file: RowFile
  let rows: [[UInt8]]
  /// Files opened together with this one that hold no rows, in words.
  private(set) var emptiness: String?

  /// Opens the files, on all processors where they are many.
  ///
  /// A file without any value is left out where others have one: a shard that got no rows. The first
  /// of the others says so.
  ///
  /// - Parameter readsRows: takes the first rows as well.
  static func open(
    _ paths: [String], options: OpenOptions, readsRows: Bool
  ) throws(OpenError) -> [FileBeginning] {
    let results = Workforce.results(of: paths.count, atOnce: filesAtOnce) { place in
      var options = options
      // Rows have the order of their files, so only the last one can get more.
      options.streams.follows = options.streams.follows && place == paths.count - 1
      return open(paths[place], options: options, readsRows: readsRows)
    }
    var files: [FileBeginning] = []
    var empty: [String] = []
    for result in results {
      switch result {
      case .success(let file): files.append(file)
      case .failure(.empty(let path)): empty.append(path)
      // Of several files that cannot be opened the first is named, whoever came first.
      case .failure(let error): throw error
      }
    }
    guard let first = empty.first else { return files }
    guard !files.isEmpty else { throw .empty(path: first) }
    files[0].emptiness = words(ofEmpty: first, others: empty.count - 1)
    return files
  }

  private static func words(ofEmpty first: String, others: Int) -> String {
    switch others {
    case 0: "\(first) holds no rows"
    case 1: "\(first) and another file hold no rows"
    default: "\(first) and \(others) other files hold no rows"
    }
  }

  private static func open(
    _ path: String, options: OpenOptions, readsRows: Bool
  ) -> Result<FileBeginning, OpenError> {
    Result { () throws(OpenError) in
      let file = try RowFile.open(
        path, rowsPath: options.rowsPath, streams: options.streams, keepsHead: readsRows)
      defer { file.bytes.forgetHead() }
      return FileBeginning(file: file, rows: readsRows ? try FirstRows.beginning(of: file) : [])
    }
  }
}
