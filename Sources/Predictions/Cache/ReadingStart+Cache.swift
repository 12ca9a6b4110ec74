extension ReadingStart {
  /// Beyond this the distance between two rows is no distance any more.
  private static let longestTail = 64 << 20

  /// Behind the rows that were kept of the last file, which was longer when it was opened now.
  ///
  /// It is damage where the new rows could change what was made of the old ones: in a document, in
  /// the middle of a row, or where parts and signal were chosen from fewer rows than there are now.
  init(
    behind header: EntryHeader, of files: [OpenedFile], in builder: IndexBuilder
  ) throws {
    let place = files.count - 1
    let kept = header.files[place]
    let opened = files[place]
    guard kept.rows > 0, kept.identity.size > RowSample.byteLimit + RowSample.markLength,
      Self.goesOn(opened.file.format, isDamaged: kept.damaged > 0),
      Self.isSampled(builder, rows: header.rowCount - kept.rows..<header.rowCount)
    else { throw EntryDamage() }
    let last = builder.row(header.rowCount - 1)
    let length = kept.identity.size - last.offset
    guard length > Int(last.length), length <= Self.longestTail else { throw EntryDamage() }
    let tail = try opened.file.read(offset: last.offset, length: length)
    guard tail.last == 0x0A else { throw EntryDamage() }
    let lines = tail.withUnsafeBytes { ByteSearch.count(of: 0x0A, in: $0) }
    self.init(file: place, offset: kept.identity.size, line: kept.lastLine + lines)
  }

  /// Whether rows that are added at the end leave those before them as they are.
  private static func goesOn(_ format: RowFormat, isDamaged: Bool) -> Bool {
    switch format {
    case .lines: true
    // A quote that was never closed may be closed now.
    case .table: !isDamaged
    case .sequence, .document, .documentWithoutRows: false
    }
  }

  /// Whether the rows fill a sample, so that those behind it decided nothing.
  private static func isSampled(_ builder: IndexBuilder, rows: Range<Int>) -> Bool {
    var sample = RowSample()
    for row in rows {
      sample.countRow(of: Int(builder.row(row).length))
      if sample.isFull { return true }
    }
    return false
  }
}

extension RowSample {
  /// A byte order mark's bytes, which may stand before the first mebibyte.
  fileprivate static let markLength = 3
}

extension IndexBuilder {
  fileprivate func row(_ row: Int) -> PackedRow {
    state.chunks[row / RowChunk.capacity][row % RowChunk.capacity]
  }
}
