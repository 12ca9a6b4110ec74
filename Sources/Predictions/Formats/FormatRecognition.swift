/// Decides what a file is: by its name, and by its content where the name leaves it open.
struct FormatRecognition {
  /// Enough to see what a file is; rows of a document are looked for beyond it.
  static let prefixLength = 1 << 20
  /// Enough where the first line decides, as it does in most of a thousand files.
  private static let headLength = NamedFile.headLength

  private(set) var format = RowFormat.documentWithoutRows
  private(set) var notes: [String] = []
  /// The rows are a list that was chosen before all of the document was there.
  private(set) var isEarly = false
  /// Behind a byte order mark.
  let start: Int
  private let file: FileBytes
  private let rowsPath: FieldPath?
  private let blockSize: Int
  private let inHurry: Bool
  /// The file's beginning without the mark.
  private var text: [UInt8]

  /// - Parameter inHurry: takes what is likely while more of a document is still arriving.
  init(
    _ file: FileBytes, rowsPath: FieldPath?, blockSize: Int, inHurry: Bool
  ) throws(OpenError) {
    self.blockSize = blockSize
    self.inHurry = inHurry
    self.file = file
    self.rowsPath = rowsPath
    let head = try OpenError.wrapping { () throws(ReadError) in try file.prefix(Self.headLength) }
    switch FileSignature(head.prefix(16)) {
    case .compressed(let compression): throw .compressed(path: file.path, compression)
    case .encoding(let encoding): throw .encoding(path: file.path, encoding)
    case .binary(let kind): throw .binary(path: file.path, kind: kind)
    case nil: break
    }
    start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    text = start == 0 ? head : Array(head.dropFirst(start))
    if start > 0 { notes.append("begins with a byte order mark, which was skipped") }
    if decideByFirstLine() { return }
    let offset = start
    text = try OpenError.wrapping { () throws(ReadError) in
      try file.prefix(Self.prefixLength - offset, at: offset)
    }
    guard let first = try firstVisible() else { throw .empty(path: file.path) }
    try decide(first)
  }

  /// Decides where the first line does so alone, whatever follows it; false where it does not.
  private mutating func decideByFirstLine() -> Bool {
    guard let line = FirstLine(text) else { return false }
    let name = FileExtension(path: file.path)
    switch (name, line.opening) {
    case (.tabs, _): return table(.tabs, isWhole: false)
    case (.commas, _): return decideCommas(isWhole: false)
    case (.lines, UInt8(ascii: "{")):
      guard line.isMoreThanABrace else { return false }
      format = .lines
    case (.document, UInt8(ascii: "{")), (.other, UInt8(ascii: "{")):
      guard line.isFollowed, line.isValue else { return false }
      format = .lines
    case (.document, UInt8(ascii: "[")), (.other, UInt8(ascii: "[")):
      guard rowsPath == nil, !line.isValue else { return false }
      format = .document(list: start + line.start, line: self.line(at: line.start), depth: 0)
    default: return false
    }
    return true
  }

  private mutating func decide(_ first: UInt8) throws(OpenError) {
    switch FileExtension(path: file.path) {
    case .lines:
      let opening = JSONOpening(text, isWhole: isWhole)
      if opening.isDocumentAmongLines {
        try decideDocument(first)
      } else {
        format = .lines
      }
    case .document: try decideDocument(first)
    case .commas: decideCommas(isWhole: true)
    case .tabs: table(.tabs, isWhole: true)
    case .other: try decideContent(first)
    }
  }

  /// What a `.json` file is: one document, or values behind each other.
  private mutating func decideDocument(_ first: UInt8) throws(OpenError) {
    let opening = JSONOpening(text, isWhole: isWhole)
    if opening.isFirstOfSeveralLines {
      format = .lines
      return
    }
    if first == UInt8(ascii: "["), rowsPath == nil {
      let list = text.firstIndex(of: first) ?? 0
      format = .document(list: start + list, line: line(at: list), depth: 0)
      return
    }
    if rowsPath == nil, opening.looksLikeLines {
      format = .lines
      return
    }
    let found = try OpenError.wrapping { () throws(ReadError) in
      try RowListSearch.run(
        over: file, from: start, rowsPath: rowsPath, blockSize: blockSize, inHurry: inHurry)
    }
    isEarly = found.isEarly
    // A list inside of the first of several values is a part of it, unless it is called rows.
    if let list = found.list, list.isNamed || !found.hasMoreValues {
      format = .document(list: list.offset, line: list.line, depth: list.depth)
      if let name = list.name, rowsPath == nil {
        notes.append("rows are the list at \(name)")
        // A list inside of the first of many alike objects is no more the rows than the others.
        if name.contains("."), case .keyedRows? = DocumentShape(text) {
          notes.append(DocumentShape.keyedRows.note(path: file.path))
        }
      }
    } else if let rowsPath {
      throw .noRows(path: file.path, at: rowsPath.description)
    } else if found.hasMoreValues || isDamaged {
      // What is no document at all is shown as a damaged row rather than as nothing.
      format = .sequence
    } else if opening.isOneLine, FileExtension(path: file.path) == .other {
      // The first row of a run that has only one, as `head -1` gives.
      format = .lines
    } else if let shape = DocumentShape(text) {
      notes.append(shape.note(path: file.path))
    } else {
      notes.append("no list of rows in the document: if there is one, name it with --rows a.b.c")
    }
  }

  /// The text that was read is no value, or the beginning of none.
  private var isDamaged: Bool {
    var scanner = JSONScanner()
    var tape = JSONTape()
    let fault = scanner.scan(text, into: &tape)
    return fault.map { isWhole || $0.offset < text.count } ?? false
  }

  /// Decides what separates cells; false where the first row goes on behind the text.
  @discardableResult
  private mutating func decideCommas(isWhole: Bool) -> Bool {
    let (line, isEnded) = firstLine
    guard isWhole || isEnded else { return false }
    if line.contains(UInt8(ascii: ",")) {
      return table(.commas, isWhole: isWhole)
    }
    if line.contains(UInt8(ascii: ";")) {
      guard table(.semicolons, isWhole: isWhole) else { return false }
      notes.append("cells are separated by semicolons")
      return true
    }
    if line.contains(UInt8(ascii: "\t")) {
      let layout = DelimitedLayout(delimiter: UInt8(ascii: "\t"), hasQuotes: true)
      guard table(layout, isWhole: isWhole) else { return false }
      notes.append("cells are separated by tabs")
      return true
    }
    return table(.commas, isWhole: isWhole)
  }

  private mutating func decideContent(_ first: UInt8) throws(OpenError) {
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return try decideDocument(first)
    }
    if JSONOpening(text, isWhole: isWhole).looksLikeLines {
      format = .lines
      return
    }
    if text.prefix(4096).contains(0) { throw .binary(path: file.path, kind: nil) }
    let line = firstLine.text
    if line.contains(UInt8(ascii: "\t")) {
      table(.tabs, isWhole: true)
    } else if line.contains(UInt8(ascii: ",")) || line.contains(UInt8(ascii: ";")) {
      decideCommas(isWhole: true)
    } else {
      throw .unknownFormat(path: file.path)
    }
  }

  /// Takes the first row for the names of the columns; false where it goes on behind the text.
  @discardableResult
  private mutating func table(_ layout: DelimitedLayout, isWhole: Bool) -> Bool {
    let layout = layout.ended(by: TableLineBreak.find(in: text, hasQuotes: layout.hasQuotes))
    var finder = RecordFinder(layout: layout)
    var rows: [RowPosition] = []
    return text.withUnsafeBytes { bytes in
      _ = finder.findRows(in: bytes, at: 0, isLast: isWhole, rows: &rows)
      guard let row = rows.first else { return false }
      let span = row.offset..<row.offset + row.length
      let header = DelimitedHeader.names(
        of: UnsafeRawBufferPointer(rebasing: bytes[span]), layout: layout)
      let lineEnd = ByteSearch.firstIndex(of: layout.lineBreak, in: bytes, from: span.upperBound)
      let behind = lineEnd.map { $0 + 1 } ?? bytes.count
      let before = UnsafeRawBufferPointer(rebasing: bytes[..<behind])
      let line = 1 + ByteSearch.count(of: layout.lineBreak, in: before)
      format = .table(layout, header: header, firstRow: start + behind, line: line)
      if layout.lineBreak == 0x0D { notes.append("lines end in carriage returns alone") }
      return true
    }
  }

  /// The first row's bytes as far as the line break, without what stands in quotes.
  private var firstLine: (text: [UInt8], isEnded: Bool) {
    var line: [UInt8] = []
    var isQuoted = false
    let lineBreak = TableLineBreak.find(in: text, hasQuotes: true)
    for byte in text.drop(while: ByteSearch.isSpace) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == lineBreak && !isQuoted { return (line, true) }
      if !isQuoted { line.append(byte) }
    }
    return (line, false)
  }

  /// The line of the byte at `place` of the text.
  private func line(at place: Int) -> Int {
    text.withUnsafeBytes {
      1 + ByteSearch.count(of: 0x0A, in: UnsafeRawBufferPointer(rebasing: $0[..<place]))
    }
  }

  /// The file has nothing beyond the text that was read.
  private var isWhole: Bool { file.isWhole && start + text.count >= file.size }

  /// The first byte that is no white space, wherever in the file it lies.
  private func firstVisible() throws(OpenError) -> UInt8? {
    var chunk = text
    var offset = start
    while !chunk.isEmpty {
      if let byte = chunk.first(where: { !ByteSearch.isSpace($0) }) { return byte }
      offset += chunk.count
      chunk = try OpenError.wrapping { () throws(ReadError) in
        try file.prefix(Self.prefixLength, at: offset)
      }
    }
    return nil
  }
}

extension OpenError {
  /// Runs `body` and says that reading failed when it did.
  fileprivate static func wrapping<Result>(
    _ body: () throws(ReadError) -> Result
  ) throws(OpenError) -> Result {
    do { return try body() } catch { throw .readFailed(error) }
  }
}
