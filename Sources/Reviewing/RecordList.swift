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

/// The newest record of each digest, in shards that copies share.
struct ShardedIndex: Sendable {
  private static let shardCount = 1024
  private var shards = [[DigestPrefix: UInt32]](repeating: [:], count: shardCount)

  /// The place + 1 of the record read last, 0 where there is none.
  func newest(of digest: DigestPrefix) -> UInt32 {
    shards[Self.shard(of: digest)][digest] ?? 0
  }

  /// Puts `place` on the chain of `digest` and returns the one it stands before.
  mutating func push(_ place: UInt32, on digest: DigestPrefix) -> UInt32 {
    let older = shards[Self.shard(of: digest)].updateValue(place, forKey: digest)
    return older ?? 0
  }

  /// Makes room for so many digests.
  mutating func reserve(_ count: Int) {
    let each = count / Self.shardCount
    guard each > 8 else { return }
    for shard in shards.indices { shards[shard].reserveCapacity(each + each / 8) }
  }

  /// How many digests there are; linear in the number of shards.
  var count: Int { shards.reduce(0) { $0 + $1.count } }

  var digests: some Sequence<DigestPrefix> { shards.lazy.flatMap(\.keys) }

  private static func shard(of digest: DigestPrefix) -> Int {
    Int(truncatingIfNeeded: digest.high) & (shardCount - 1)
  }
}
