import Testing

@testable import Predictions

@Suite("Ids that repeat")
struct SeenKeysTests {
  /// Splits one number into many that look random, the same ones on every machine.
  static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  @Test("different ids are new, however many come", arguments: [0, 1_000, 200_000])
  func different(_ expected: Int) {
    var keys = SeenKeys()
    keys.expected = expected
    for number in 0..<100_000 as Range<UInt64> { #expect(keys.count(Self.mixed(number)) == 1) }
    #expect(keys.repeatedCount == 0)
  }

  @Test("an id is counted each time, across tables that were chained")
  func repeated() {
    var keys = SeenKeys()
    for number in 0..<5_000 as Range<UInt64> { _ = keys.count(Self.mixed(number)) }
    #expect(keys.count(Self.mixed(3)) == 2)
    #expect(keys.count(Self.mixed(3)) == 3)
    #expect(keys.count(Self.mixed(4_999)) == 2)
    #expect(keys.repeatedCount == 2)
  }

  @Test("room for what is expected is made when there is reason to, and then for all of it")
  func room() {
    var keys = SeenKeys()
    keys.expected = 10_000_000
    for number in 0..<900 as Range<UInt64> { _ = keys.count(Self.mixed(number)) }
    #expect(keys.tables.map(\.tags.count) == [1_024])
    keys.expected = 60_000
    for number in 900..<60_000 as Range<UInt64> { _ = keys.count(Self.mixed(number)) }
    #expect(keys.tables.map(\.tags.count) == [1_024, 64_285 - 1_024])
    #expect(keys.repeatedCount == 0)
  }

  @Test("a file that is nothing but long takes no memory for ids that it does not have")
  func holes() {
    var keys = SeenKeys()
    keys.expected = 1_000_000_000_000
    for number in 0..<2_000 as Range<UInt64> { _ = keys.count(Self.mixed(number)) }
    #expect(keys.tables.map(\.tags.count) == [1_024, 65_536])
  }
}

@Suite("Items")
struct ItemTableTests {
  @Test(
    "the first row of a content is found while the table grows",
    arguments: [0, 500, 30_000, 10_000_000])
  func firstRows(_ expected: Int) {
    var table = ItemTable(expectedRows: expected)
    let contents = (0..<30_000 as Range<UInt64>).map { SeenKeysTests.mixed($0 % 20_000) }
    let digests = contents.map { DigestPrefix(high: SeenKeysTests.mixed($0), low: $0) }
    for (row, digest) in digests.enumerated() {
      let first = table.firstRow(of: digest, adding: row) { digests[$0] }
      #expect(first == (row < 20_000 ? nil : row - 20_000))
    }
  }

  @Test("contents are found again sixteen million rows later")
  func farApart() {
    let limit = ItemSlots.rowLimit
    let digests = (0..<600 as Range<UInt64>).map {
      DigestPrefix(high: SeenKeysTests.mixed($0), low: SeenKeysTests.mixed(~$0))
    }
    // Every second of the contents is met again, in the next table and the one behind.
    let rows =
      (0..<200).map { ($0, $0) } + (0..<300).map { (limit - 1 + $0, $0 * 2) }
      + (0..<300).map { (2 * limit + $0, $0 * 2) }
    let contents = Dictionary(uniqueKeysWithValues: rows)
    var table = ItemTable(expectedRows: 3 * limit)
    for (row, content) in rows {
      let first = table.firstRow(of: digests[content], adding: row) { digests[contents[$0] ?? 0] }
      let expected = rows.first { $0.1 == content && $0.0 < row }?.0
      #expect(first == expected)
    }
  }

  @Test("the last row of a table is found, and one row further would not fit beside the digest")
  func lastRow() {
    let last = ItemSlots.rowLimit - 1
    let digest = DigestPrefix(high: .max, low: 1)
    var slots = ItemSlots(expectedRows: 0)
    slots.add(last, digest)
    #expect(slots.row(of: digest) { $0 == last ? digest : DigestPrefix(high: 0, low: 0) } == last)
    // One more than the row, in 24 bits.
    #expect(last + 1 == 0xFF_FFFF)
  }

  @Test("a table made of rows that differ knows each of them")
  func distinct() {
    let digests = (0..<9_000 as Range<UInt64>).map {
      DigestPrefix(high: SeenKeysTests.mixed($0), low: SeenKeysTests.mixed(~$0))
    }
    // The rows lie on both sides of where the second table begins.
    let first = ItemSlots.rowLimit - 4_000
    var table = ItemTable { body in
      for (place, digest) in digests.enumerated() { body(first + place, digest) }
    }
    for (place, digest) in digests.enumerated() {
      let found = table.firstRow(of: digest, adding: first + 9_000 + place) {
        digests[$0 - first]
      }
      #expect(found == first + place)
    }
  }
}
