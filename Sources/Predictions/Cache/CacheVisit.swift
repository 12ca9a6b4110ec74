#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One set of files at the cache: looks whether their index was kept, and keeps it at the end.
struct CacheVisit: Sendable {
  /// What the cache had.
  enum Finding {
    /// The whole index.
    case complete
    /// The index up to where the last file ended before it grew.
    case beginning(ReadingStart)
    /// Nothing of use; where that should be told, why, for each file that it is about.
    case nothing(news: [(file: Int, text: String)])

    var isOfUse: Bool {
      if case .nothing = self { false } else { true }
    }
  }

  let cache: IndexCache
  let files: [OpenedFile]
  let name: String
  private let rules: String
  private let identities: [FileIdentity]

  /// Looks at the files; nothing where one of them cannot be looked at.
  ///
  /// - Parameter keeps: false for who only asks what was kept: where that is nothing the files, which
  ///   may be a thousand, are not looked at.
  init?(
    _ cache: IndexCache, _ files: [OpenedFile], options: OpenOptions, keeps: Bool = true
  ) {
    // What still grows is another file when it is opened again.
    guard files.allSatisfy({ $0.file.growth == nil }) else { return nil }
    name = cache.name(of: files, options: options)
    guard keeps || cache.folder.has(name), let identities = Self.identities(of: files) else {
      return nil
    }
    self.cache = cache
    self.files = files
    self.identities = identities
    rules = cache.program + "\n" + IndexRules.text(of: files)
  }

  private static func identities(of files: [OpenedFile]) -> [FileIdentity]? {
    let identities = Workforce.results(of: files.count, atOnce: 32) { place in
      try? FileIdentity(files[place].file)
    }
    return identities.contains(where: { $0 == nil }) ? nil : identities.compactMap { $0 }
  }

  /// Fills `builder` with the index that was kept; it is of no use where there was nothing.
  ///
  /// - Parameter onChunk: called after some rows each, with how many there will be; false ends the
  ///   reading.
  func restore(
    into builder: inout IndexBuilder, onChunk: (borrowing IndexBuilder, Int) -> Bool
  ) -> Finding {
    guard let file = cache.folder.open(name) else { return .nothing(news: []) }
    defer { try? file.close() }
    do {
      let reader = try EntryReader(file)
      let hasGrown = try hasGrown(since: reader.header)
      try builder.restore(reader.header)
      try reader.readChunks(columns: builder.columns) { chunk, count in
        try builder.take(chunk, count: count)
        guard onChunk(builder, reader.header.rowCount) else { throw EntryDamage() }
      }
      guard hasGrown else { return .complete }
      let start = try ReadingStart(behind: reader.header, of: files, in: builder)
      builder.goOn(with: try reader.keys())
      return .beginning(start)
    } catch {
      // Damaged, of another program, or no more true: the next one is written over it.
      return .nothing(news: (error as? Outdated)?.news ?? [])
    }
  }

  /// Keeps a complete index for the next time, unless the files changed while it was made.
  func keep(_ builder: IndexBuilder, isCancelled: @escaping () -> Bool) {
    guard zip(identities, files).allSatisfy({ $0.holds(for: $1.file) }) else { return }
    let header = builder.header(rules: rules, identities: identities)
    let chunks = builder.state.chunks
    guard header.length(of: chunks) < cache.folder.sizeLimit else { return }
    cache.folder.write(name) { file in
      try EntryWriter(file, isCancelled: isCancelled)
        .write(header, chunks: chunks, keys: builder.keys)
    }
  }

  /// Removes entries that nobody asks for.
  func clean() { cache.folder.clean(now: time(nil)) }
}

extension CacheVisit {
  /// The files are not those that the entry is about.
  private struct Outdated: Error {
    let news: [(file: Int, text: String)]
  }

  /// Whether the last file went on; an error where the entry is not about these files any more.
  func hasGrown(since header: EntryHeader) throws -> Bool {
    guard header.files.count == files.count else { throw EntryDamage() }
    var news: [(file: Int, text: String)] = []
    var isOutdated = false
    var hasGrown = false
    for (file, opened) in files.enumerated() {
      let change = header.files[file].identity.change(to: identities[file], of: opened.file)
      switch change {
      case .none: continue
      // Rows of a file before the last would have to be put between the others.
      case .grown where file == files.count - 1: hasGrown = true
      default:
        isOutdated = true
        if let text = change.words(of: opened.file.path) { news.append((file, text)) }
      }
    }
    guard !isOutdated, header.rules == rules else { throw Outdated(news: news) }
    return hasGrown
  }
}

extension FileIdentity.Change {
  /// What to tell about the file; nothing where its rows are what they were.
  fileprivate func words(of path: String) -> String? {
    switch self {
    case .none, .touched, .grown: nil
    case .shortened: "\(path) is shorter than when it was last opened: read anew"
    case .replaced: "\(path) was replaced since it was last opened: read anew"
    case .rewritten: "\(path) was written to since it was last opened: read anew"
    }
  }
}
