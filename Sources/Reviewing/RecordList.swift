import Predictions

/// A list that grows at its end, in chunks that copies of the list share.
struct RecordList: Sendable {
  private static let chunkSize = 256
  private var chunks: [[ReviewRecord]] = []
  private(set) var count = 0

  subscript(place: Int) -> ReviewRecord {
    get { chunks[place / Self.chunkSize][place % Self.chunkSize] }
    set { chunks[place / Self.chunkSize][place % Self.chunkSize] = newValue }
    _modify { yield &chunks[place / Self.chunkSize][place % Self.chunkSize] }
  }

  /// The digest by which a record is found, without a copy of the record.
  func digest(_ side: ShardedIndex.Side, of place: Int) -> DigestPrefix {
    switch side {
    case .content: chunks[place / Self.chunkSize][place % Self.chunkSize].content.prefix
    case .input: chunks[place / Self.chunkSize][place % Self.chunkSize].input.prefix
    }
  }

  mutating func append(_ record: ReviewRecord) {
    if count % Self.chunkSize == 0 {
      var chunk: [ReviewRecord] = []
      chunk.reserveCapacity(Self.chunkSize)
      chunks.append(chunk)
    }
    chunks[chunks.count - 1].append(record)
    count += 1
  }

  /// Hands over the records of one chain, the one read last first.
  func walk(
    from newest: UInt32, along older: KeyPath<ReviewRecord, UInt32> & Sendable,
    _ body: (ReviewRecord) -> Void
  ) {
    var place = newest
    while place > 0 {
      let record = self[Int(place) - 1]
      body(record)
      place = record[keyPath: older]
    }
  }
}
