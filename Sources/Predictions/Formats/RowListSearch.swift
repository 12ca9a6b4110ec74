/// Looks through a document for the list whose elements are its rows.
///
/// Names decide first, in the order of ``names`` and the document's own level before the one below
/// it; without a name the list of objects with the most bytes is taken. One pass, in blocks, that
/// keeps no more than the brackets around the place it is at.
struct RowListSearch {
  struct List: Equatable {
    /// The place of the opening bracket in the file.
    let offset: Int
    let line: Int
    /// How many objects and lists lie around it.
    let depth: Int
    /// The way to it, where keys lead there.
    let name: String?
    /// It is called what tools call their rows, or was asked for.
    let isNamed: Bool
  }

  struct Found {
    let list: List?
    /// Behind the first value comes another one.
    let hasMoreValues: Bool
    /// The first value was closed.
    let isWhole: Bool
    /// More of the document could show another list to be the rows.
    let isEarly: Bool
  }

  /// What tools call their rows.
  static let names = [
    "samples", "results", "data", "records", "traces", "request_states", "rows", "predictions",
    "examples", "items",
  ]

  /// Reads `file` from `start` on until the rows are known.
  ///
  /// - Parameters:
  ///   - inHurry: takes the list that is likely the rows while the document is still arriving.
  ///   - whileWaiting: called while more of the document is awaited, until it returns true.
  static func run(
    over file: FileBytes, from start: Int, rowsPath: FieldPath?, blockSize: Int,
    inHurry: Bool = false, whileWaiting: () -> Bool = { true }
  ) throws(ReadError) -> Found {
    var outline = DocumentOutline(rowsPath: rowsPath)
    var offset = start
    var size = blockSize
    while !outline.isDecided {
      let isWhole = file.isWhole
      let block = try file.prefix(size, at: offset)
      let isLast = isWhole && (block.count < size || offset + block.count >= file.size)
      let taken = block.withUnsafeBytes { outline.read($0, at: offset, isLast: isLast) }
      offset += taken
      if isLast { break }
      if block.count == size {
        size = taken > 0 ? blockSize : size * 2
      } else if let growth = file.growth {
        if inHurry, rowsPath == nil,
          let early = try EarlyList.choose(from: outline, of: file, from: start, at: offset)
        {
          return try found(early, by: outline, in: file, isEarly: true)
        }
        // Where the rows lie is known when all of the document has come.
        let seen = offset + block.count - taken
        guard growth.wait(beyond: seen, whileWaiting: whileWaiting) else { break }
      }
    }
    return try found(outline.finish(at: offset), by: outline, in: file, isEarly: false)
  }

  private static func found(
    _ best: DocumentOutline.Candidate?, by outline: DocumentOutline, in file: FileBytes,
    isEarly: Bool
  ) throws(ReadError) -> Found {
    let list = try best.map { (best) throws(ReadError) in
      List(
        offset: best.start, line: try line(of: best.start, in: file), depth: best.depth,
        name: best.path, isNamed: best.isNamed)
    }
    return Found(
      list: list, hasMoreValues: outline.hasMoreValues, isWhole: outline.isFirstValueClosed,
      isEarly: isEarly)
  }

  private static func line(of offset: Int, in file: FileBytes) throws(ReadError) -> Int {
    var line = 1
    var at = 0
    while at < offset {
      let block = try file.prefix(min(RowSource.standardBlockSize, offset - at), at: at)
      guard !block.isEmpty else { break }
      line += block.withUnsafeBytes { ByteSearch.count(of: 0x0A, in: $0) }
      at += block.count
    }
    return line
  }
}
