import Predictions
import TestSupport
import Testing

@Suite("Rows of a list")
struct RowListTests {
  @Test("stand as they were added, wherever chunks end", arguments: [1, 2] as [UInt64])
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let leading = Int.random(in: 0...1_000, using: &random)
    var expected = Array(0..<leading)
    var rows = RowList()
    rows.append(contentsOf: 0..<leading)
    for _ in 0..<70_000 {
      let row = Int.random(in: 0..<1_000_000, using: &random)
      rows.append(row)
      expected.append(row)
    }
    #expect(Array(rows) == expected)
    #expect(!rows.isAscending)
    for _ in 0..<10 {
      let row = expected[Int.random(in: 0..<expected.count, using: &random)]
      #expect(rows.place(of: row) == expected.firstIndex(of: row))
    }
    #expect(rows.place(of: 1_000_001) == nil)
    #expect(rows.place(of: -1) == nil)
  }

  @Test("are found in an ascending list, and missed where they are left out")
  func ascending() {
    var rows: RowList = [0, 1, 2, 5, 9]
    rows.append(contentsOf: [12, 13] as RowList)
    #expect(rows.isAscending)
    #expect(
      (0...14).map { rows.place(of: $0) ?? -1 }
        == [0, 1, 2, -1, -1, 3, -1, -1, -1, 4, -1, -1, 5, 6, -1])
  }

  @Test("grow by a list that begins at the first row or behind")
  func growth() {
    var rows = RowList()
    rows.append(contentsOf: [0, 1, 2] as RowList)
    rows.append(contentsOf: [3, 4, 6] as RowList)
    rows.append(contentsOf: 7..<9)
    #expect(Array(rows) == [0, 1, 2, 3, 4, 6, 7, 8])
  }

  @Test("are the same taken many at a time or one by one", arguments: 1...4 as ClosedRange<UInt64>)
  func packed(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var rows = RowList()
    var expected = RowList()
    var next = 0
    for piece in 0..<6 {
      // Without a gap at first, then ascending, and at last in any order.
      let step = piece < 2 ? 1 : 3
      var part: [UInt32] = []
      for _ in 0..<Int.random(in: 0...40_000, using: &random) {
        part.append(UInt32(next))
        next += step == 1 ? 1 : Int.random(in: 1...step, using: &random)
      }
      if seed.isMultiple(of: 2), piece == 5 { part.shuffle(using: &random) }
      rows.append(packed: part)
      for row in part { expected.append(Int(row)) }
      #expect(rows.isAscending == expected.isAscending)
      #expect(rows.elementsEqual(expected))
    }
    for row in stride(from: 0, to: next, by: 997) {
      #expect(rows.place(of: row) == expected.place(of: row))
    }
  }

  @Test("taken many at a time are known to be out of order between two times")
  func packedBehindGreater() {
    var rows = RowList()
    rows.append(packed: [5, 9])
    rows.append(packed: [9, 10])
    #expect(!rows.isAscending)
  }

  @Test("are told apart in a set")
  func set() {
    var rows: RowSet = [3, 70_000]
    rows.insert(3)
    #expect(rows.count == 2)
    #expect([3, 4, 70_000, 1_000_000].map(rows.contains) == [true, false, true, false])
  }
}
