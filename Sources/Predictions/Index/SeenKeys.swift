/// The ids met so far in a file, to know those that repeat: under five bytes an id, none of their
/// text.
///
/// Of a 64-bit hash one half says where to look and the other is kept, so two ids of ten million are
/// taken for one with a probability near one in a hundred. Tables are chained and never rebuilt: a small
/// one, then larger ones towards what is expected. The first rows may be of a few bytes and the next one of
/// a gigabyte, or of a hole, so none is so much larger than those before that a file's length alone
/// takes the memory.
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

    /// Until here a free slot is five places away on average, all of them behind each other.
    var isFull: Bool { used * 16 >= tags.count * 15 }

    /// The slot that holds the tag, or the free one where it would be.
    func slot(of hash: UInt64) -> (slot: Int, isFound: Bool) {
      let tag = Self.tag(hash)
      var slot = firstSlot(of: hash)
      while tags[slot] != 0 {
        if tags[slot] == tag { return (slot, true) }
        slot = slot + 1 == tags.count ? 0 : slot + 1
      }
      return (slot, false)
    }

    @inline(__always)
    func firstSlot(of hash: UInt64) -> Int {
      Int(((hash & 0xFFFF_FFFF) * UInt64(tags.count)) >> 32)
    }

    static func tag(_ hash: UInt64) -> UInt32 {
      // Zero marks a free slot.
      max(1, UInt32(truncatingIfNeeded: hash >> 32))
    }
  }

  private static let leastCapacity = 1_024
  /// How many times as many slots as there are may be made for what is expected.
  private static let mostGrowth = 64

  private(set) var tables: [Table]
  /// How often a repeated id was met; ids that were met once are only in the tables.
  private(set) var occurrences: [UInt64: Int] = [:]
  /// About how many ids will come in all; more are welcome.
  var expected = 0

  init() { tables = [Table(capacity: Self.leastCapacity)] }

  /// Goes on where another left off; nothing where a table has no free slot.
  init?(tables: [Table], occurrences: [UInt64: Int]) {
    guard !tables.isEmpty, tables.allSatisfy({ $0.used < $0.tags.count }) else { return nil }
    self.tables = tables
    self.occurrences = occurrences
    if tables[tables.count - 1].isFull { self.tables.append(Table(capacity: nextCapacity)) }
  }

  /// How many times the id was met, this time included.
  mutating func count(_ hash: UInt64) -> Int {
    for table in 0..<tables.count - 1 where tables[table].slot(of: hash).isFound {
      return countAgain(hash)
    }
    let last = tables.count - 1
    let (slot, isFound) = tables[last].slot(of: hash)
    if isFound { return countAgain(hash) }
    tables[last].tags[slot] = Table.tag(hash)
    tables[last].used += 1
    if tables[last].isFull { tables.append(Table(capacity: nextCapacity)) }
    return 1
  }

  /// Reads what ``count(_:)`` will need for these rows; they wait for memory together.
  func prepare(for rows: ArraySlice<RowFacts>) -> UInt32 {
    tables.reduce(0) { touched, table in
      rows.reduce(touched) { $0 ^ table.tags[table.firstSlot(of: $1.key)] }
    }
  }

  private mutating func countAgain(_ hash: UInt64) -> Int {
    let count = occurrences[hash, default: 1] + 1
    occurrences[hash] = count
    return count
  }

  /// What was expected is never far off; if nothing was, a few tables more are the price.
  private var nextCapacity: Int {
    let slots = tables.reduce(0) { $0 + $1.tags.count }
    let last = tables[tables.count - 1].tags.count
    let unforeseen = last * 2 > slots ? slots / 8 : last * 2
    let foreseen = min(expected + expected / 14 - slots, slots * Self.mostGrowth)
    return max(Self.leastCapacity, unforeseen, foreseen)
  }

  /// How many ids occur more than once.
  var repeatedCount: Int { occurrences.count }
}
