/// What an entry of the cache says before its rows: whose index it is, and all that is no row.
///
/// One entry is for a set of files in their order and not for a file alone: which rows are one item,
/// and the codes of tiers and segment values, are decided over all files together, so rows can be
/// taken back as they lie in memory only for the same set.
struct EntryHeader {
  /// What was found out about one of the files while its rows were read.
  struct File {
    var identity: FileIdentity
    var rows: Int
    var damaged: Int
    var damage: [FileReport.DamagedRow]
    var notes: [String]
    /// The line of the last row's first byte.
    var lastLine: Int
  }

  /// What the index depends on beside the files: options, the rules they led to, the program.
  var rules: String
  var files: [File]
  var rowCount: Int
  /// By their codes.
  var tiers: [String]
  /// By their codes, for each segment.
  var segments: [[String]]
  /// Which columns the chunks have that only some need.
  var chunks: [ChunkColumns]
  /// Bytes of the ids' table behind the rows, which only an index that goes on needs.
  var keyLength: Int

  /// Which of its lazy columns a chunk has.
  struct ChunkColumns: OptionSet {
    let rawValue: UInt8
    static let links = ChunkColumns(rawValue: 1)
    static let occurrences = ChunkColumns(rawValue: 2)
    static let highBytes = ChunkColumns(rawValue: 4)
  }
}

extension EntryHeader {
  var encoded: [UInt8] {
    var encoder = EntryEncoder()
    encoder.add(rules)
    encoder.add(each: files) { $1.encode(to: &$0) }
    encoder.add(rowCount)
    encoder.add(each: tiers) { $0.add($1) }
    encoder.add(each: segments) { encoder, texts in encoder.add(each: texts) { $0.add($1) } }
    encoder.add(each: chunks) { $0.add(Int($1.rawValue)) }
    encoder.add(keyLength)
    return encoder.bytes
  }

  init(decoding bytes: [UInt8]) throws(EntryDamage) {
    var decoder = EntryDecoder(bytes)
    rules = try decoder.text()
    files = try decoder.each { decoder throws(EntryDamage) in try File(from: &decoder) }
    rowCount = try decoder.number()
    tiers = try decoder.each { decoder throws(EntryDamage) in try decoder.text() }
    segments = try decoder.each { decoder throws(EntryDamage) in
      try decoder.each { decoder throws(EntryDamage) in try decoder.text() }
    }
    chunks = try decoder.each { decoder throws(EntryDamage) in
      ChunkColumns(rawValue: UInt8(truncatingIfNeeded: try decoder.number()))
    }
    keyLength = try decoder.number()
    try check(isAtEnd: decoder.isAtEnd)
  }

  /// Numbers that contradict each other are damage.
  private func check(isAtEnd: Bool) throws(EntryDamage) {
    let counts = [rowCount, keyLength] + files.flatMap { [$0.rows, $0.damaged] }
    guard isAtEnd, counts.allSatisfy({ $0 >= 0 && $0 <= Int(UInt32.max) * 16 }),
      files.reduce(0, { $0 + $1.rows }) == rowCount,
      chunks.count == (rowCount + RowChunk.capacity - 1) / RowChunk.capacity,
      segments.count <= SegmentCodes.limit
    else { throw EntryDamage() }
  }
}

extension EntryHeader.File {
  fileprivate func encode(to encoder: inout EntryEncoder) {
    identity.encode(to: &encoder)
    encoder.add(rows)
    encoder.add(damaged)
    encoder.add(each: damage) { encoder, damaged in
      encoder.add(damaged.row)
      damaged.damage.encode(to: &encoder)
    }
    encoder.add(each: notes) { $0.add($1) }
    encoder.add(lastLine)
  }

  fileprivate init(from decoder: inout EntryDecoder) throws(EntryDamage) {
    identity = try FileIdentity(from: &decoder)
    rows = try decoder.number()
    damaged = try decoder.number()
    damage = try decoder.each { decoder throws(EntryDamage) in
      FileReport.DamagedRow(row: try decoder.number(), damage: try RowDamage(from: &decoder))
    }
    notes = try decoder.each { decoder throws(EntryDamage) in try decoder.text() }
    lastLine = try decoder.number()
  }
}
