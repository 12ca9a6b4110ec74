import Predictions

/// A list that grows at its end, in chunks that copies of the list share.
struct RecordList: Sendable {
  private static let chunkSize = 256
  private var chunks: [[ReviewRecord]] = []
  private(set) var count = 0

  subscript(place: Int) -> ReviewRecord {
    @inline(__always) get { chunks[place / Self.chunkSize][place % Self.chunkSize] }
    @inline(__always) _modify {
      yield &chunks[place / Self.chunkSize][place % Self.chunkSize]
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

  /// Hands over all records in the order in which they were added.
  func forEach(_ body: (ReviewRecord) -> Void) {
    for chunk in chunks {
      for record in chunk { body(record) }
    }
  }

  /// Hands over the places of one chain, the record read last first.
  @inline(__always)
  func walk(
    from newest: UInt32, along older: (ReviewRecord) -> UInt32, _ body: (Int) -> Void
  ) {
    var next = newest
    while next > 0 {
      let place = Int(next) - 1
      body(place)
      next = older(self[place])
    }
  }
}
