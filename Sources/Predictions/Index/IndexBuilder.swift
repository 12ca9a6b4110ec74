/// Adds row after row to the index; used by one thread, from which others only see snapshots.
struct IndexBuilder: FactsTaker {
  let files: [OpenedFile]
  let columns: RowChunk.Columns
  /// The bytes of the longest file when it was opened.
  let longestFile: Int
  private let grows: Bool
  var state = IndexSnapshot()
  var tiers = TierTable()
  var items: ItemTable
  var segments = SegmentTable()
  private var translation = Translation()
  /// Of each file's segments, their places among all.
  private var segmentPlaces: [[Int?]] = []
  /// The ids of the current file; those of the last one stay, so that it can grow later.
  var keys = SeenKeys()
  var file = 0
  /// What was found out about each file on the way, beside what was known before.
  var foundNotes: [[String]]
  /// The line of each file's last row.
  var lastLines: [Int]
  /// What was read ahead of its use; kept only so that reading it is not left out.
  private var touched: UInt32 = 0
  /// Rows whose places in the tables are read at once: few enough to be near still when they are used.
  private static let preparedRows = 256

  /// - Parameter news: what became of some files since they were last opened.
  init(_ files: [OpenedFile], news: [(file: Int, text: String)] = []) {
    self.files = files
    foundNotes = Array(repeating: [], count: files.count)
    lastLines = Array(repeating: 1, count: files.count)
    longestFile = files.reduce(0) { max($0, $1.file.size) }
    grows = files.contains { $0.file.growth != nil }
    items = ItemTable(expectedRows: files.reduce(0) { $0 + $1.expectedRows })
    columns = files.reduce(into: []) { $0.formUnion($1.rules.columns) }
    state.bytesTotal = files.reduce(0) { $0 + $1.file.size }
    for file in files {
      tiers.expect(file.rules)
      state.files.append(file.report)
      state.meanings.append(file.rules.meaning)
      segmentPlaces.append(segments.add(file.rules.parts.segments.map(\.name)))
      state.binnedSegments.formUnion(file.rules.parts.bins.keys)
    }
    state.news = news.map(\.text)
    for (file, text) in news { state.files[file].notes.insert(text, at: 0) }
  }

  /// The rows that follow are the file's.
  mutating func begin(_ file: Int) {
    self.file = file
    keys = SeenKeys()
    state.files[file].firstRow = state.rowCount
  }

  /// Takes the rows of a block at the end.
  mutating func add(_ facts: BlockFacts) {
    translation.learn(
      facts, places: segmentPlaces[facts.file], tiers: &tiers, segments: &segments)
    keys.expected = expectedRows(with: facts)
    for first in stride(from: 0, to: facts.rows.count, by: Self.preparedRows) {
      let places = first..<min(first + Self.preparedRows, facts.rows.count)
      prepare(for: facts.rows[places])
      for place in places { add(facts.rows[place], place, of: facts) }
    }
    for (place, fault) in facts.faults {
      let row = state.files[file].rows - facts.rows.count + place
      addDamage(fault, of: row, at: facts.position(place))
    }
    if let last = facts.positions.last { lastLines[file] = facts.linesBefore + last.line }
  }

  /// How many rows the current file has if the others are as long as those up to these.
  private func expectedRows(with facts: BlockFacts) -> Int {
    let rows = state.files[file].rows + facts.rows.count
    return Int(Double(rows) * Double(files[file].file.size) / Double(max(1, facts.end)))
  }

  private mutating func prepare(for rows: ArraySlice<RowFacts>) {
    if files[file].rules.hasDigests { touched ^= items.prepare(for: rows) }
    if files[file].rules.parts.id != nil { touched ^= keys.prepare(for: rows) }
  }

  private mutating func add(_ fact: RowFacts, _ placeInBlock: Int, of facts: BlockFacts) {
    let row = state.rowCount
    let place = row % RowChunk.capacity
    if place == 0 {
      state.chunks.append(RowChunk(columns: columns, segmentCount: segments.names.count))
    }
    let first = files[file].rules.hasDigests ? firstRow(of: fact.digest, adding: row) : nil
    var flags = fact.flags
    if first != nil { flags.insert(.duplicate) }
    let code = translation.tier(fact.tier, by: facts.worker)
    tiers.count(code, isItem: first == nil)
    let position = facts.positions[placeInBlock]
    let packed = PackedRow(
      digest: fact.digest, offset: position.offset, length: position.length,
      value: fact.value, tier: code, flags: flags, signs: fact.signs)
    let chunk = state.chunks[state.chunks.count - 1]
    chunk.write(
      packed, at: place, uncertainty: fact.uncertainty, confidence: fact.confidence,
      score: fact.score, segments: segmentCodes(of: placeInBlock, in: facts))
    if let first { link(row, to: first) }
    if fact.key != 0 { countKey(fact.key, in: chunk, at: place) }
    state.rowCount += 1
    state.itemCount += first == nil ? 1 : 0
    state.files[file].rows += 1
  }

  /// The current file has no more rows; `notes` are what were found out on the way.
  mutating func end(notes: [String]) {
    var notes = notes
    state.files[file].interruption = files[file].file.growth?.interruption
    let repeated = keys.repeatedCount
    if repeated > 0 {
      notes.append(
        repeated == 1
          ? "one id occurs more than once: its later rows are called KEY#2, KEY#3, …"
          : "\(repeated) ids occur more than once: their later rows are called KEY#2, KEY#3, …")
    }
    foundNotes[file] = notes
    state.files[file].notes += notes
    if file + 1 < files.count { keys = SeenKeys() }
  }

  /// The index so far; the cost is that of the files, the tiers and the segments' values.
  func snapshot(bytesRead: Int, isComplete: Bool) -> IndexSnapshot {
    var snapshot = state
    snapshot.bytesRead = bytesRead
    snapshot.isComplete = isComplete
    snapshot.arrival = IndexSnapshot.Arrival(files)
    // Here and not with each file, which would be told by all before it where it may begin.
    for later in files.indices.dropFirst(file + 1) {
      snapshot.files[later].firstRow = state.rowCount
    }
    if grows { snapshot.bytesTotal = files.reduce(0) { $0 + $1.file.size } }
    (snapshot.tiers, snapshot.tierPlaces) = tiers.reports
    snapshot.segmentNames = segments.names
    snapshot.segmentTexts = segments.texts
    return snapshot
  }

  private mutating func firstRow(of digest: DigestPrefix, adding row: Int) -> Int? {
    let chunks = state.chunks
    return items.firstRow(of: digest, adding: row) {
      chunks[$0 / RowChunk.capacity][$0 % RowChunk.capacity].digest
    }
  }

  private func link(_ row: Int, to first: Int) {
    state.chunks[row / RowChunk.capacity].links.set(first, at: row % RowChunk.capacity)
    let links = state.chunks[first / RowChunk.capacity].links
    let place = first % RowChunk.capacity
    links.set(links[place] + 1, at: place)
  }

  private mutating func countKey(_ key: UInt64, in chunk: RowChunk, at place: Int) {
    let count = keys.count(key)
    if count > 1 { chunk.occurrences.set(count, at: place) }
  }

  private func segmentCodes(of row: Int, in facts: BlockFacts) -> SegmentCodes {
    var codes = SegmentCodes(count: segments.names.count)
    let places = segmentPlaces[file]
    for segment in places.indices {
      guard let place = places[segment] else { continue }
      let code = facts.segments[row * places.count + segment]
      codes[place] = translation.value(code, segment: segment, by: facts.worker)
    }
    return codes
  }

  private mutating func addDamage(_ fault: RowFault, of row: Int, at position: RowPosition) {
    state.damaged += 1
    state.files[file].damaged += 1
    guard state.files[file].damage.count < FileReport.damageLimit else { return }
    let damage = fault.damage(rowAt: position.offset, line: position.line)
    state.files[file].damage.append(.init(row: row, damage: damage))
  }
}
