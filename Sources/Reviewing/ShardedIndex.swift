import Predictions

/// The newest record of each digest, in shards that copies share: about five bytes a digest.
///
/// Digests are not kept here but compared where they lie, in the records.
struct ShardedIndex: Sendable {
  /// Which digest of a record is meant.
  enum Side: Sendable {
    case content, input
  }

  private struct Shard: Sendable {
    /// The place + 1 of a record; 0 marks a free slot.
    var slots: [UInt32] = []
    var used = 0
  }

  private static let shardCount = 1024
  private let side: Side
  private var shards = [Shard](repeating: Shard(), count: shardCount)

  init(_ side: Side) { self.side = side }

  /// The place + 1 of the record read last, 0 where there is none.
  func newest(of digest: DigestPrefix, in records: RecordList) -> UInt32 {
    let shard = Self.shard(of: digest)
    return shards[shard].used == 0 ? 0 : shards[shard].slots[slot(of: digest, in: shard, records)]
  }

  /// Puts `place` on the chain of `digest` and returns the one it stands before.
  ///
  /// The record of `place` itself may follow later.
  mutating func push(
    _ place: UInt32, on digest: DigestPrefix, in records: RecordList
  ) -> UInt32 {
    let shard = Self.shard(of: digest)
    if shards[shard].used * 8 >= shards[shard].slots.count * 7 { grow(shard, records) }
    let slot = slot(of: digest, in: shard, records)
    let older = shards[shard].slots[slot]
    shards[shard].slots[slot] = place
    if older == 0 { shards[shard].used += 1 }
    return older
  }

  /// How many digests there are; linear in the number of shards.
  var count: Int { shards.reduce(0) { $0 + $1.used } }

  /// Every digest, in no order.
  func digests(in records: RecordList) -> some Sequence<DigestPrefix> {
    let side = side
    return shards.lazy.flatMap(\.slots).filter { $0 > 0 }
      .map { records.digest(side, of: Int($0) - 1) }
  }

  private func slot(of digest: DigestPrefix, in shard: Int, _ records: RecordList) -> Int {
    let count = shards[shard].slots.count
    var slot = Self.firstSlot(of: digest, in: count)
    while true {
      let known = shards[shard].slots[slot]
      if known == 0 || records.digest(side, of: Int(known) - 1) == digest { return slot }
      slot = slot + 1 == count ? 0 : slot + 1
    }
  }

  private mutating func grow(_ shard: Int, _ records: RecordList) {
    let old = shards[shard].slots
    let count = max(8, old.count + old.count / 2)
    shards[shard].slots = [UInt32](repeating: 0, count: count)
    for place in old where place != 0 {
      var slot = Self.firstSlot(of: records.digest(side, of: Int(place) - 1), in: count)
      while shards[shard].slots[slot] != 0 { slot = slot + 1 == count ? 0 : slot + 1 }
      shards[shard].slots[slot] = place
    }
  }

  private static func shard(of digest: DigestPrefix) -> Int {
    Int(truncatingIfNeeded: digest.high) & (shardCount - 1)
  }

  private static func firstSlot(of digest: DigestPrefix, in count: Int) -> Int {
    Int(((digest.low & 0xFFFF_FFFF) * UInt64(count)) >> 32)
  }
}
