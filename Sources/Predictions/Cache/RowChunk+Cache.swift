extension RowChunk {
  /// A lazy column that is kept, and how many of its numbers.
  typealias KeptColumn = (column: LazyColumn, count: Int)

  /// Those of the lazy columns that are kept of the first `count` rows, in their order.
  func kept(_ columns: EntryHeader.ChunkColumns, of count: Int) -> [KeptColumn] {
    var kept: [KeptColumn] = []
    if columns.contains(.links) { kept.append((links, count)) }
    if columns.contains(.occurrences) { kept.append((occurrences, count)) }
    if columns.contains(.highBytes) {
      kept.append((highBytes, Self.highBytes(of: count, segmentCount)))
    }
    return kept
  }
}

extension EntryHeader.ChunkColumns {
  init(of chunk: RowChunk) {
    self = []
    if !chunk.links.isEmpty { insert(.links) }
    if !chunk.occurrences.isEmpty { insert(.occurrences) }
    if !chunk.highBytes.isEmpty { insert(.highBytes) }
  }
}

extension LazyColumn {
  static let width = MemoryLayout<UInt32>.stride

  /// The first numbers as they lie in memory.
  func bytes(of count: Int) -> [UInt8] {
    (0..<count).map { UInt32(clamping: self[$0]) }.withUnsafeBytes { Array($0) }
  }

  /// Sets the first numbers from their bytes.
  func set(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      for place in 0..<bytes.count / Self.width {
        set(Int(bytes.load(fromByteOffset: place * Self.width, as: UInt32.self)), at: place)
      }
    }
  }
}
