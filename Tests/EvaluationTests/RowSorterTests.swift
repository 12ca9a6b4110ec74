import TestSupport
import Testing

@testable import Evaluation

@Suite("Sorting rows by rank")
struct RowSorterTests {
  @Test(
    "gives what a stable sort gives",
    arguments: [0...0, 0...1, 0...70_000, 5_000_000...5_000_100, 0...UInt32.max])
  func order(ranks: ClosedRange<UInt32>) {
    var random = SeededGenerator(seed: UInt64(ranks.upperBound))
    for count in [0, 1, 2, 5_000] {
      let rows = (0..<count).map {
        RankedRow(rank: .random(in: ranks, using: &random), row: 4_000_000_000 + $0)
      }
      let expected = rows.sorted { ($0.rank, $0.row) < ($1.rank, $1.row) }
      let cut = Int.random(in: 0...count, using: &random)
      let pieces = [Array(rows[..<cut]), [], Array(rows[cut...])]
      #expect(Array(RowSorter.sorted(pieces)) == expected.map(\.row))
    }
  }
}
