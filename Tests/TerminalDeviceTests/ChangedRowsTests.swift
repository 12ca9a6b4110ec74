import Screen
import Testing

@testable import TerminalDevice

@Suite("Changed rows")
struct ChangedRowsTests {
  private func grid(_ rows: [String]) -> CellGrid {
    var grid = CellGrid(size: Size(columns: 14, rows: rows.count))
    for (row, text) in rows.enumerated() {
      grid.put(DisplayText(text), row: row, column: 0, style: .plain)
    }
    return grid
  }

  private func groups(
    from old: [String]?, to new: [String], onePerGroup: Bool = false
  ) -> [[Int]] {
    ChangedRows(from: old.map(grid), to: grid(new)).groups(onePerGroup: onePerGroup)
  }

  @Test("are sent at once where none gets what another had")
  func atOnce() {
    #expect(groups(from: ["a", "b", "c"], to: ["d", "b", "e"]) == [[0, 2]])
    #expect(groups(from: ["a", "b", "c"], to: ["b", "b", "c"]) == [[0]])
    #expect(groups(from: nil, to: ["a", "", "a"]) == [[0, 1, 2]])
  }

  @Test("are sent one after the other where the terminal gets other glyphs")
  func oneByOne() {
    #expect(groups(from: ["a", "b"], to: ["c", "d"], onePerGroup: true) == [[0], [1]])
  }

  @Test("never go together with the row whose content they get", arguments: 1...5, 1...4)
  func moves(distance: Int, spacing: Int) {
    let text = (0..<60).map { $0.isMultiple(of: spacing) ? "paragraph \($0)" : "" }
    let (old, new) = (Array(text[..<40]), Array(text[distance..<distance + 40]))
    let groups = groups(from: old, to: new)
    #expect(groups.joined().sorted() == (0..<40).filter { old[$0] != new[$0] })
    for group in groups {
      for row in group {
        #expect(!group.contains { $0 != row && old[$0] == new[row] })
      }
    }
    #expect(groups.count <= 3)
  }
}
