/// What the index learns from one row: numbers, nothing that is counted or freed.
struct RowFacts: Sendable {
  var digest = DigestPrefix(high: 0, low: 0)
  /// A hash of the row's id, or 0 where it has none.
  var key: UInt64 = 0
  var value = Float.nan
  var uncertainty = Float.nan
  var confidence = Float.nan
  /// The automatic result where it is a grade.
  var score = Float.nan
  /// The tier's code in the vocabulary of the block.
  var tier: UInt8 = 0
  var flags: PackedRow.Flags = []
  var signs: UInt8 = 0
}

/// What a thread learned from the rows of a block, in their order; its room is used again.
///
/// Tiers and segment values are codes of the thread's own vocabularies, since threads do not ask
/// each other while they read; who takes the facts translates them.
struct BlockFacts: Sendable {
  /// The place of the file among all.
  var file = 0
  /// Which thread's vocabularies the codes belong to.
  var worker = 0
  /// Which of the vocabularies of that thread, one after the other.
  var vocabulary = 0
  /// Where the rows lie, their lines counted from where their stretch begins.
  var positions: [RowPosition] = []
  /// How many lines of the file lie before that.
  var linesBefore = 0
  /// How many lines the stretch has up to the block's end.
  var lines = 0
  /// The block's end in the file.
  var end = 0
  var rows: [RowFacts] = []
  /// A code for each of the file's segments, row after row; 0 where the row has no value.
  var segments: [UInt16] = []
  /// The damaged rows by their places in the block.
  var faults: [(row: Int, fault: RowFault)] = []
  /// The tiers that this block added to the vocabulary.
  var newTiers: [Tier] = []
  /// The values that this block added to each segment's vocabulary.
  var newValues: [[String]] = []

  /// Where a row lies in its file.
  func position(_ place: Int) -> RowPosition {
    let row = positions[place]
    return RowPosition(offset: row.offset, length: row.length, line: linesBefore + row.line)
  }

  mutating func removeAll() {
    rows.removeAll()
    segments.removeAll()
    faults.removeAll(keepingCapacity: true)
    newTiers.removeAll(keepingCapacity: true)
    for segment in newValues.indices { newValues[segment].removeAll(keepingCapacity: true) }
  }
}
