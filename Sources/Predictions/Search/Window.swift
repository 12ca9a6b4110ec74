/// Rows behind each other whose bytes are read and searched at once.
struct Window {
  private let stretch: IndexStretch
  /// From the first wanted row to the last.
  private var places = 0..<0

  init(_ stretch: IndexStretch) { self.stretch = stretch }

  mutating func begin(at place: Int) { places = place..<place + 1 }

  /// Takes one more row, unless all of them would have more bytes than `limit`.
  mutating func takes(_ place: Int, upTo limit: Int) -> Bool {
    guard !places.isEmpty else {
      begin(at: place)
      return true
    }
    let start = stretch.position(places.lowerBound).offset
    let row = stretch.position(place)
    // Rows of a file lie in their order, which a damaged index alone could deny.
    guard row.offset >= start, row.offset + row.length - start <= limit else { return false }
    places = places.lowerBound..<place + 1
    return true
  }

  /// Reads the rows and calls `body` with those of `rows` that may hold the needle.
  ///
  /// Without a needle every row may. Damaged rows and those of `also` are always looked at; of rows
  /// that are gone, and of those where others lie by now, `body` gets no bytes. `texts` is of the same
  /// file, and tells which.
  func look(
    for needle: RawNeedle?, _ rows: RowMask, also: RowMask, in opened: OpenedFile,
    _ room: inout RowRoom, _ texts: inout RowTexts, _ body: (Int, UnsafeRawBufferPointer?) -> Void
  ) {
    guard let last = places.last else { return }
    let start = stretch.position(places.lowerBound).offset
    let end = stretch.position(last)
    guard !end.isTooLong else { return body(last, UnsafeRawBufferPointer(start: nil, count: 0)) }
    let count = end.offset + end.length - start
    if room.count < count { room = RowRoom(count: count, in: opened.file.pagedPlace) }
    let read = (try? opened.file.fill(&room, from: 0, at: start, upTo: count)) ?? 0
    let wanted = candidates(for: needle, rows, also: also, opened, room, read, start)
    room.withUnsafeBytes { bytes in
      func row(_ place: Int) -> UnsafeRawBufferPointer? {
        let position = stretch.position(place)
        let first = position.offset - start
        guard first + position.length <= read else { return nil }
        return UnsafeRawBufferPointer(rebasing: bytes[first..<first + position.length])
      }
      func isThere(_ place: Int) -> Bool {
        row(place).map { texts.are($0, of: stretch.digest(place)) } ?? false
      }
      // Whoever writes a file anew moves its rows, so the first one tells of the others.
      let isSound = read == count && isThere(places.lowerBound)
      for place in places where rows[place] {
        if !isSound, !isThere(place) {
          body(place, nil)
        } else if wanted[place] {
          body(place, row(place))
        }
      }
    }
  }

  private func candidates(
    for needle: RawNeedle?, _ rows: RowMask, also: RowMask, _ opened: OpenedFile,
    _ room: RowRoom, _ count: Int, _ start: Int
  ) -> RowMask {
    guard let needle else { return rows }
    var found = stretch.damaged
    found.formUnion(also)
    room.withUnsafeBytes { bytes in
      let text = UnsafeRawBufferPointer(rebasing: bytes[..<count])
      needle.forEachPlace(in: text, hasEscapes: opened.file.format.header == nil) { byte in
        let place = self.place(of: start + byte)
        found[place] = true
        let row = stretch.position(place)
        return row.offset + row.length - start
      }
    }
    found.formIntersection(rows)
    return found
  }

  /// The last row that begins at or before a byte of the file; logarithmic.
  private func place(of byte: Int) -> Int {
    var low = places.lowerBound
    var high = places.upperBound
    while low + 1 < high {
      let middle = (low + high) / 2
      if stretch.position(middle).offset <= byte { low = middle } else { high = middle }
    }
    return low
  }
}

extension IndexStretch {
  /// Where the row lies in its file.
  func position(_ place: Int) -> RowPosition {
    let row = chunk[place]
    return RowPosition(offset: row.offset, length: Int(row.length), line: 0)
  }

  /// The rows of one file with a number in their key, were it made by us, that holds `run`.
  func rows(in places: Range<Int>, withNumbersLike run: String) -> RowMask {
    var mask = RowMask(repeating: false, count: count)
    guard let first = places.first else { return mask }
    let firstRow = snapshot.files[snapshot.file(of: rows.lowerBound + first)].firstRow
    for place in places {
      let row = rows.lowerBound + place
      // A key of the file's own before the number is looked at in the file's bytes.
      let number = String(row - firstRow + 1)
      let occurrence = String(snapshot.occurrence(of: row))
      mask[place] = number.contains(run) || occurrence.contains(run)
    }
    return mask
  }
}

extension OpenedFile {
  /// The texts of rows stand in the file, whole or in parts: none is made from other fields alone.
  var hasTextsAsTheyAre: Bool {
    let isMade = [rules.parts.input, rules.parts.output, rules.parts.target].contains { source in
      switch source {
      case .bestChoice, .choice: true
      case .field, .turnsBeforeLast, .lastTurn, .mapped, .marked, nil: false
      }
    }
    // Cells with lists are rewritten as JSON, Python's words and quotes among them.
    return !isMade && valueColumns.isEmpty
  }
}
