/// Finds the first row with the same content: a hash table of row numbers, four bytes a slot.
///
/// Digests are not kept here but compared where they lie, in the rows. The table is cut in parts
/// that grow one by one, so that growing never takes much more than the table itself.
struct ItemTable {
  private static let partCount = 64

  private struct Part {
    var slots: [UInt32] = Array(repeating: 0, count: 64)
    var used = 0
  }

  private var parts = Array(repeating: Part(), count: partCount)

  init() {}

  /// The first row whose digest is `digest`, or nothing, and then `row` is it from now on.
  ///
  /// Constant time on average. `digestOf` gives the digest of a row that was added before.
  mutating func firstRow(
    of digest: DigestPrefix, adding row: Int, digestOf: (Int) -> DigestPrefix
  ) -> Int? {
    let part = Self.part(of: digest)
    if parts[part].used * 8 >= parts[part].slots.count * 7 { grow(part, digestOf: digestOf) }
    var slot = Self.slot(of: digest, in: parts[part].slots.count)
    while parts[part].slots[slot] != 0 {
      let known = Int(parts[part].slots[slot]) - 1
      if digestOf(known) == digest { return known }
      slot = slot + 1 == parts[part].slots.count ? 0 : slot + 1
    }
    parts[part].slots[slot] = UInt32(clamping: row + 1)
    parts[part].used += 1
    return nil
  }

  /// The table of rows that are known to differ: `digests` gives them twice, first to count.
  init(distinct digests: ((Int, DigestPrefix) -> Void) -> Void) {
    var counts = [Int](repeating: 0, count: Self.partCount)
    digests { counts[Self.part(of: $1)] += 1 }
    for part in parts.indices where counts[part] * 8 >= parts[part].slots.count * 7 {
      parts[part].slots = Array(repeating: 0, count: counts[part] * 5 / 4)
    }
    digests { row, digest in
      let part = Self.part(of: digest)
      var slot = Self.slot(of: digest, in: parts[part].slots.count)
      while parts[part].slots[slot] != 0 {
        slot = slot + 1 == parts[part].slots.count ? 0 : slot + 1
      }
      parts[part].slots[slot] = UInt32(clamping: row + 1)
      parts[part].used += 1
    }
  }

  private static func part(of digest: DigestPrefix) -> Int { Int(digest.high >> 58) }

  private mutating func grow(_ part: Int, digestOf: (Int) -> DigestPrefix) {
    let old = parts[part].slots
    var slots = [UInt32](repeating: 0, count: old.count + old.count / 2)
    for entry in old where entry != 0 {
      var slot = Self.slot(of: digestOf(Int(entry) - 1), in: slots.count)
      while slots[slot] != 0 { slot = slot + 1 == slots.count ? 0 : slot + 1 }
      slots[slot] = entry
    }
    parts[part].slots = slots
  }

  private static func slot(of digest: DigestPrefix, in count: Int) -> Int {
    Int(((digest.low & 0xFFFF_FFFF) * UInt64(count)) >> 32)
  }
}
