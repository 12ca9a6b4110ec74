import Predictions

/// The newest record of each event name, content or input, in shards that copies share.
///
/// A slot has the record's place and half of the key's hash, so a shard grows, and passes what it
/// does not look for, without a look at the records; those lie far apart, and each look costs more
/// than all else. About twelve bytes a key. Whole keys are not kept here but compared in the records.
struct RecordIndex: Sendable {
  /// Which key of a record is meant.
  enum Side: Sendable {
    case id, content, input
  }

  private static let shardCount = 1024
  private let side: Side
  private let seed: RecordKey
  private var shards = [Shard](repeating: Shard(), count: shardCount)

  /// - Parameter seed: mixed into every key. It differs from run to run, so that nobody can write
  ///   keys that all have one slot.
  init(_ side: Side, seed: RecordKey = .randomSeed) {
    self.side = side
    self.seed = seed
  }

  /// The place + 1 of the record read last, 0 where there is none.
  func newest(of key: RecordKey, in records: RecordList) -> UInt32 {
    let hash = key.hash(seed)
    return shards[Self.shard(of: hash)].place(of: Self.tag(of: hash)) {
      records[Int($0) - 1].key(side) == key
    }
  }

  /// Puts `place` on the chain of `key` and returns the one it stands before.
  ///
  /// The record of `place` itself may follow later, but before the next look for its key.
  mutating func push(_ place: UInt32, on key: RecordKey, in records: RecordList) -> UInt32 {
    let hash = key.hash(seed)
    let side = side
    return shards[Self.shard(of: hash)].replace(Self.tag(of: hash), by: place) {
      records[Int($0) - 1].key(side) == key
    }
  }

  /// What ``newest(of:in:)`` probably is, by one look at the index and none at the records.
  @inline(__always)
  func guess(of key: RecordKey) -> UInt32 {
    let hash = key.hash(seed)
    return shards[Self.shard(of: hash)].guess(of: Self.tag(of: hash))
  }

  /// How many keys there are; linear in the number of shards.
  var count: Int { shards.reduce(0) { $0 + $1.count } }

  /// How far each key lies from the slot where it is looked for first; linear in the slots.
  ///
  /// For tests: nothing but the time tells otherwise that keys crowd together.
  var displacements: [Int] { shards.flatMap(\.displacements) }

  @inline(__always)
  private static func shard(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 32) & (shardCount - 1)
  }

  @inline(__always)
  private static func tag(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) }
}

/// A table of places + 1 by half of their keys' hashes, with linear probing.
private struct Shard: Sendable {
  private struct Slot: Sendable {
    var tag: UInt32 = 0
    /// 0 marks a free slot.
    var place: UInt32 = 0
  }

  private var slots: [Slot] = []
  /// As many as there are slots, known without a look at their list.
  private var capacity = 0
  private(set) var count = 0

  @inline(__always)
  func place(of tag: UInt32, where isKey: (UInt32) -> Bool) -> UInt32 {
    count == 0 ? 0 : slots[slot(of: tag, where: isKey)].place
  }

  @inline(__always)
  func guess(of tag: UInt32) -> UInt32 {
    guard count > 0 else { return 0 }
    return slots.withUnsafeBufferPointer { slots in
      let first = slots[firstSlot(of: tag)]
      return first.tag == tag ? first.place : 0
    }
  }

  /// Puts `place` where the key's place was, or in a free slot, and returns what was there.
  @inline(__always)
  mutating func replace(
    _ tag: UInt32, by place: UInt32, where isKey: (UInt32) -> Bool
  ) -> UInt32 {
    // A quarter more than this, and keys that are not there would take twice as long to miss.
    if count * 5 >= capacity * 4 { grow() }
    let slot = slot(of: tag, where: isKey)
    let older = slots[slot].place
    slots[slot] = Slot(tag: tag, place: place)
    if older == 0 { count += 1 }
    return older
  }

  var displacements: [Int] {
    slots.indices.filter { slots[$0].place != 0 }.map { slot in
      let first = firstSlot(of: slots[slot].tag)
      return slot >= first ? slot - first : slot + capacity - first
    }
  }

  /// The slot that leads to the key, or the free one where it would be.
  @inline(__always)
  private func slot(of tag: UInt32, where isKey: (UInt32) -> Bool) -> Int {
    slots.withUnsafeBufferPointer { slots in
      var slot = firstSlot(of: tag)
      while slots[slot].place != 0, slots[slot].tag != tag || !isKey(slots[slot].place) {
        slot = slot &+ 1 == capacity ? 0 : slot &+ 1
      }
      return slot
    }
  }

  private mutating func grow() {
    let old = slots
    capacity = max(8, capacity + capacity / 2)
    slots = Array(repeating: Slot(), count: capacity)
    for kept in old where kept.place != 0 { slots[slot(of: kept.tag) { _ in false }] = kept }
  }

  @inline(__always)
  private func firstSlot(of tag: UInt32) -> Int { (Int(tag) &* capacity) >> 32 }
}

/// What a record is found by: 128 bits of an event's name or of a digest.
struct RecordKey: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init(_ id: EventID) { self.init(high: id.high, low: id.low) }

  init(_ digest: DigestPrefix) { self.init(high: digest.high, low: digest.low) }

  static let randomSeed = RecordKey(
    high: .random(in: .min ... .max), low: .random(in: .min ... .max))

  /// Both halves multiplied, and the halves of the product folded, twice.
  ///
  /// Names made one after the other differ in their last bits alone, and once they would lie as evenly
  /// as the seed happens to be; whoever does not know it cannot write keys that meet.
  @inline(__always)
  func hash(_ seed: RecordKey) -> UInt64 {
    let once = Self.folded(high ^ seed.high, low ^ seed.low)
    return Self.folded(once, 0x9E37_79B9_7F4A_7C15)
  }

  @inline(__always)
  private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

extension ReviewRecord {
  @inline(__always)
  func key(_ side: RecordIndex.Side) -> RecordKey {
    switch side {
    case .id: RecordKey(id)
    case .content: RecordKey(content.prefix)
    case .input: RecordKey(input.prefix)
    }
  }
}
