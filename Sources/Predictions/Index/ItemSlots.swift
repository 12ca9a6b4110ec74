/// The slots of an ``ItemTable`` for rows 0 up to ``rowLimit``.
///
/// They are cut in parts that grow one by one, so that growing never takes much more than the table
/// itself.
struct ItemSlots {
  /// Rows are below it: one more than the row is kept, in 24 bits of which all zeros are no row.
  static let rowLimit = (1 << 24) - 1
  static let noCounts = [Int](repeating: 0, count: partCount)

  private static let partCount = 64
  private static let leastSlots = 64
  /// What a part grows by at most towards what is foreseen, since the first rows say little about
  /// how many of the later ones are like them.
  private static let mostGrowth = 8

  private struct Part {
    /// Eight bits of the digest and the row, counted from 1; 0 where none lies.
    var slots: [UInt32] = Array(repeating: 0, count: leastSlots)
    var used = 0

    var isFull: Bool { used * 16 >= slots.count * 15 }
  }

  private var parts = Array(repeating: Part(), count: partCount)
  private let expectedRows: Int

  init(expectedRows: Int) { self.expectedRows = expectedRows }

  /// Room for as many items in each part.
  init(counts: [Int]) {
    expectedRows = 0
    for part in parts.indices where counts[part] * 10 > Self.leastSlots * 9 {
      parts[part].slots = Array(repeating: 0, count: counts[part] * 10 / 9)
    }
  }

  /// Adds a row that differs from all others.
  mutating func add(_ row: Int, _ digest: DigestPrefix) {
    let part = Self.part(of: digest)
    Self.add(Self.entry(row, digest), digest, to: &parts[part].slots)
    parts[part].used += 1
  }

  /// The row with the digest.
  func row(of digest: DigestPrefix, digestOf: (Int) -> DigestPrefix) -> Int? {
    Self.find(digest, in: parts[Self.part(of: digest)].slots, digestOf: digestOf).row
  }

  /// The row with the digest, or nothing, and then `row` is it from now on.
  mutating func firstRow(
    of digest: DigestPrefix, adding row: Int, digestOf: (Int) -> DigestPrefix
  ) -> Int? {
    let part = Self.part(of: digest)
    if parts[part].isFull { grow(part, rows: row, digestOf: digestOf) }
    let (known, slot) = Self.find(digest, in: parts[part].slots, digestOf: digestOf)
    if let known { return known }
    parts[part].slots[slot] = Self.entry(row, digest)
    parts[part].used += 1
    return nil
  }

  /// Reads the first slot of each digest, so that it is near when it is needed.
  func touched(by rows: ArraySlice<RowFacts>) -> UInt32 {
    var touched: UInt32 = 0
    for fact in rows {
      let slots = parts[Self.part(of: fact.digest)].slots
      touched ^= slots[Self.slot(of: fact.digest, in: slots.count)]
    }
    return touched
  }

  static func part(of digest: DigestPrefix) -> Int { Int(digest.high >> 58) }

  /// `rows` is how many rows came so far.
  private mutating func grow(_ part: Int, rows: Int, digestOf: (Int) -> DigestPrefix) {
    let old = parts[part].slots
    let used = parts[part].used
    // Of the rows to come as many are new as of those that came.
    let foreseen = used * expectedRows / max(1, rows) * 15 / 14
    // What was foreseen and was too little is seldom far off; else nothing is known of what comes.
    let least = expectedRows > rows ? old.count * 9 / 8 : old.count * 3 / 2
    let count = max(least, min(foreseen, old.count * Self.mostGrowth))
    var slots = [UInt32](repeating: 0, count: count)
    for entry in old where entry != 0 {
      Self.add(entry, digestOf(Self.row(entry)), to: &slots)
    }
    parts[part].slots = slots
  }

  private static func add(_ entry: UInt32, _ digest: DigestPrefix, to slots: inout [UInt32]) {
    var slot = slot(of: digest, in: slots.count)
    while slots[slot] != 0 { slot = slot + 1 == slots.count ? 0 : slot + 1 }
    slots[slot] = entry
  }

  /// The row with the digest, or the slot where it would lie.
  @inline(__always)
  private static func find(
    _ digest: DigestPrefix, in slots: [UInt32], digestOf: (Int) -> DigestPrefix
  ) -> (row: Int?, slot: Int) {
    let tag = tag(of: digest)
    var slot = slot(of: digest, in: slots.count)
    while slots[slot] != 0 {
      let entry = slots[slot]
      if entry >> 24 == tag, digestOf(row(entry)) == digest { return (row(entry), slot) }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return (nil, slot)
  }

  private static func slot(of digest: DigestPrefix, in count: Int) -> Int {
    Int(((digest.low & 0xFFFF_FFFF) * UInt64(count)) >> 32)
  }

  private static func tag(of digest: DigestPrefix) -> UInt32 { UInt32(digest.high & 0xFF) }

  private static func entry(_ row: Int, _ digest: DigestPrefix) -> UInt32 {
    (tag(of: digest) << 24) | UInt32(row + 1)
  }

  private static func row(_ entry: UInt32) -> Int { Int(entry & 0xFF_FFFF) - 1 }
}
