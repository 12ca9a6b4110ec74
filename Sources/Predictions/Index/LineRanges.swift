/// Cuts a file of lines into parts of whole rows by looking at little more than where they end.
///
/// So threads read and go through different parts at once, and wait for each other no longer than it
/// takes to find the line feed before a part's end.
struct LineRanges: Sendable {
  /// Where a part begins.
  struct Start: Sendable {
    let offset: Int
    /// The line there, counted from ``Ticket/stretch``.
    let line: Int
  }

  enum Part {
    /// Nothing of the file comes behind the last part.
    case begins(Start, isLast: Bool)
    /// A row is longer than a part may be, or the place could not be read: one thread goes on.
    case isTooLong(Start)
    case end
  }

  private static let shortestLook = 4 << 10

  private let file: RowFile
  private var next: Start

  /// Nothing where the file has no lines of rows, or more of them may come.
  init?(_ file: RowFile, from start: Start? = nil) {
    guard case .lines = file.format, file.growth == nil else { return nil }
    self.file = file
    next = start ?? Start(offset: file.start, line: 1)
  }

  /// The next part, of at most `size` bytes.
  mutating func next(_ size: Int) -> Part {
    let start = next
    let rest = file.size - start.offset
    guard rest > 0 else { return .end }
    guard let length = rest < size ? rest : wholeRows(size) else { return .isTooLong(start) }
    next = Start(offset: start.offset + length, line: 1)
    return .begins(start, isLast: length == rest)
  }

  /// How many of the next bytes are whole rows: up to the last line feed among them.
  private func wholeRows(_ size: Int) -> Int? {
    var look = min(size, Self.shortestLook)
    while true {
      let before = size - look
      guard let end = try? file.read(offset: next.offset + before, length: look) else { return nil }
      if let lineFeed = end.lastIndex(of: 0x0A) { return before + lineFeed + 1 }
      guard look < size else { return nil }
      look = min(size, 8 * look)
    }
  }
}
