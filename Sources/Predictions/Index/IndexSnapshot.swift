/// The index as it was at one moment: a value that never changes while more rows arrive.
///
/// Rows are in file order and later snapshots only add rows at the end. Taking a snapshot costs the
/// number of chunks, a few per ten thousand rows, and never a copy of the rows. The one thing that
/// may be newer than the snapshot is ``RowEntry/copies``, which counts the duplicates found so far.
package struct IndexSnapshot: Sendable {
  /// How a row's uncertainty and confidence follow from its value, where they have no column.
  enum ValueMeaning: Sendable {
    /// The value is the probability of the output.
    case confidence
    /// The value is a judges' mean or such: nothing follows from it.
    case other
  }

  package internal(set) var rowCount = 0
  package internal(set) var damaged = 0
  package internal(set) var isComplete = false
  package internal(set) var bytesRead = 0
  package internal(set) var bytesTotal = 0
  /// How more rows come than those of ``bytesTotal``; absent where none do.
  package internal(set) var arrival: Arrival?
  package internal(set) var files: [FileReport] = []
  /// In the order in which they are shown, easy first and unrated last.
  package internal(set) var tiers: [TierReport] = []
  package internal(set) var segmentNames: [String] = []
  /// The segments whose values are ranges of numbers, by name.
  package internal(set) var binnedSegments: Set<String> = []
  /// What became of the files since they were last opened, one sentence each, where that matters.
  package internal(set) var news: [String] = []
  /// How many items there are: rows of equal input and output count once.
  package internal(set) var itemCount = 0

  var chunks: [RowChunk] = []
  /// Of each tier's code, its place in ``tiers``.
  var tierPlaces: [Int] = []
  var segmentTexts: [[String]] = []
  var meanings: [ValueMeaning] = []

  package init() {}

  /// The values of a segment by their codes; code 0 is a row without one.
  package func segmentValues(of segment: Int) -> [String] { segmentTexts[segment] }

  /// The segments of which some row has a value.
  package var valuedSegments: [String] {
    zip(segmentNames, segmentTexts).filter { $0.1.count > 1 }.map(\.0)
  }

  /// Whether the code stands for the values for which a segment had no room.
  package func isRemainder(_ code: Int) -> Bool {
    code == SegmentTable.remainderCode
  }

  /// What the index knows about a row; constant time.
  package subscript(row: Int) -> RowEntry {
    precondition(row >= 0 && row < rowCount, "the snapshot has no such row")
    let chunk = chunks[row / RowChunk.capacity]
    let place = row % RowChunk.capacity
    let packed = chunk[place]
    let file = file(of: row)
    let isDuplicate = packed.flags.contains(.duplicate)
    let link = chunk.links[place]
    let confidence =
      chunk.confidence(place) ?? (meanings[file] == .confidence ? packed.value : .nan)
    return RowEntry(
      file: file, offset: packed.offset, length: Int(packed.length),
      tier: tierPlaces[Int(packed.tier)], value: packed.value,
      uncertainty: chunk.uncertainty(place) ?? 1 - confidence, confidence: confidence,
      automatic: packed.flags.automatic(score: chunk.score(place)), signs: Int(packed.signs),
      isDamaged: packed.flags.contains(.damaged),
      isNotAnObject: packed.flags.contains(.notAnObject),
      isShielded: packed.flags.contains(.shielded), digest: packed.digest,
      firstRow: isDuplicate ? link : row, copies: isDuplicate ? 1 : link + 1,
      segments: chunk.segmentCodes(place))
  }

  /// How many times the row's id was met in its file up to the row; 0 for the first time.
  func occurrence(of row: Int) -> Int {
    chunks[row / RowChunk.capacity].occurrences[row % RowChunk.capacity]
  }

  /// The place of the file that a row belongs to; logarithmic in the number of files.
  package func file(of row: Int) -> Int {
    var low = 0
    var high = files.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if files[middle].firstRow <= row { low = middle } else { high = middle }
    }
    // Files without rows begin where the next one does; the row belongs to the last of them.
    return low
  }
}

extension PackedRow.Flags {
  /// The automatic result that the flags and the score column hold together.
  func automatic(score: Float) -> AutomaticResult? {
    if isSuperset(of: .score) { return .score(Double(score)) }
    if contains(.correct) { return .correct }
    return contains(.incorrect) ? .incorrect : nil
  }
}
