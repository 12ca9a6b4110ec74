/// The ids met so far in a file, to know those that repeat: five bytes an id, none of their text.
///
/// Of a 64-bit hash one half says where to look and the other is kept, so two ids of ten million are
/// taken for one with a probability below one in a hundred. Tables are chained and never rebuilt.
struct SeenKeys {
  struct Table {
    var tags: [UInt32]
    var used = 0

    init(capacity: Int) { tags = Array(repeating: 0, count: capacity) }

    /// A table that was kept.
    init(tags: [UInt32]) {
      self.tags = tags
      used = tags.count { $0 != 0 }
    }

    var isFull: Bool { used * 8 >= tags.count * 7 }

    /// The slot that holds the tag, or the free one where it would be.
    func slot(of hash: UInt64) -> (slot: Int, isFound: Bool) {
      let tag = Self.tag(hash)
      var slot = Int(((hash & 0xFFFF_FFFF) * UInt64(tags.count)) >> 32)
      while tags[slot] != 0 {
        if tags[slot] == tag { return (slot, true) }
        slot = slot + 1 == tags.count ? 0 : slot + 1
      }
      return (slot, false)
    }

    static func tag(_ hash: UInt64) -> UInt32 {
      // Zero marks a free slot.
      max(1, UInt32(truncatingIfNeeded: hash >> 32))
    }
  }

  private(set) var tables: [Table]
  /// How often a repeated id was met; ids that were met once are only in the tables.
  private(set) var occurrences: [UInt64: Int] = [:]

  /// Makes room for about `expected` ids; more are welcome.
  init(expected: Int) {
    tables = [Table(capacity: max(1_024, expected + expected / 4))]
  }

  /// Goes on where another left off; nothing where a table has no free slot.
  init?(tables: [Table], occurrences: [UInt64: Int]) {
    guard !tables.isEmpty, tables.allSatisfy({ $0.used < $0.tags.count }) else { return nil }
    self.tables = tables
    self.occurrences = occurrences
  }

  /// How many times the id was met, this time included.
  mutating func count(_ hash: UInt64) -> Int {
    let isKnown = tables.contains { $0.slot(of: hash).isFound }
    guard !isKnown else {
      let count = occurrences[hash, default: 1] + 1
      occurrences[hash] = count
      return count
    }
    if tables[tables.count - 1].isFull {
      tables.append(Table(capacity: tables[tables.count - 1].tags.count * 2))
    }
    let last = tables.count - 1
    let slot = tables[last].slot(of: hash).slot
    tables[last].tags[slot] = Table.tag(hash)
    tables[last].used += 1
    return 1
  }

  /// How many ids occur more than once.
  var repeatedCount: Int { occurrences.count }
}
