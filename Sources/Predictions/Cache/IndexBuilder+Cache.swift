extension IndexBuilder {
  /// All that an entry of the cache says of the index beside its rows.
  func header(rules: String, identities: [FileIdentity]) -> EntryHeader {
    let files = state.files.indices.map { file in
      let report = state.files[file]
      return EntryHeader.File(
        identity: identities[file], rows: report.rows, damaged: report.damaged,
        damage: report.damage, notes: foundNotes[file], lastLine: lastLines[file])
    }
    return EntryHeader(
      rules: rules, files: files, rowCount: state.rowCount,
      tiers: (0..<tiers.codeCount).map { tiers.tier(of: $0).name }, segments: segments.texts,
      chunks: state.chunks.map(EntryHeader.ChunkColumns.init(of:)),
      keyLength: keys.encodedLength)
  }

  /// Takes everything back but the rows, which follow by ``take(_:count:)``.
  ///
  /// Codes are given again in the order in which they were given first, so they are the same.
  mutating func restore(_ header: EntryHeader) throws(EntryDamage) {
    guard header.files.count == files.count, header.segments.count == segments.names.count else {
      throw EntryDamage()
    }
    for (code, name) in header.tiers.enumerated() {
      guard tiers.code(of: Tier(name: name)) == code else { throw EntryDamage() }
    }
    guard tiers.codeCount == header.tiers.count else { throw EntryDamage() }
    for (segment, texts) in header.segments.enumerated() {
      for (code, text) in texts.enumerated().dropFirst() {
        guard segments.code(of: text, in: segment) == code else { throw EntryDamage() }
      }
    }
    var firstRow = 0
    for (file, kept) in header.files.enumerated() {
      state.files[file].firstRow = firstRow
      state.files[file].rows = kept.rows
      state.files[file].damaged = kept.damaged
      state.files[file].damage = kept.damage
      state.files[file].notes += kept.notes
      foundNotes[file] = kept.notes
      lastLines[file] = kept.lastLine
      state.damaged += kept.damaged
      firstRow += kept.rows
    }
    file = files.count - 1
  }

  /// Takes the next rows as they were kept; what they refer to must be there.
  mutating func take(_ chunk: RowChunk, count: Int) throws(EntryDamage) {
    let values = segments.texts.map(\.count)
    for place in 0..<count {
      let row = chunk[place]
      let isDuplicate = row.flags.contains(.duplicate)
      guard Int(row.tier) < tiers.codeCount, row.offset + Int(row.length) <= longestFile,
        !isDuplicate || chunk.links[place] < state.rowCount + place
      else { throw EntryDamage() }
      for segment in values.indices {
        guard chunk.segmentCode(place, segment: segment) < values[segment] else {
          throw EntryDamage()
        }
      }
      tiers.count(Int(row.tier), isItem: !isDuplicate)
      state.itemCount += isDuplicate ? 0 : 1
    }
    state.chunks.append(chunk)
    state.rowCount += count
  }

  /// Gets ready for more rows of the last file behind those that were taken back.
  ///
  /// Which content was met is found out again from the rows; which ids were is in `keys`.
  mutating func goOn(with keys: SeenKeys) {
    let last = files.count - 1
    let (chunks, rowCount) = (state.chunks, state.rowCount)
    if files.contains(where: \.rules.hasDigests) {
      items = ItemTable { body in
        for row in 0..<rowCount {
          let packed = chunks[row / RowChunk.capacity][row % RowChunk.capacity]
          if !packed.flags.contains(.duplicate) { body(row, packed.digest) }
        }
      }
    }
    self.keys = keys
    // Said again, with other numbers, at the end.
    state.files[last].notes.removeLast(foundNotes[last].count)
    foundNotes[last] = []
  }
}
