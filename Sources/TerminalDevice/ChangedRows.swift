import Screen

/// The rows of a grid that differ from what is shown.
///
/// Curses sets scroll regions of its own wherever it takes neighbouring rows for moved, whatever `idlok`
/// says. Then what a text looks like would decide which control functions are sent, and a terminal that
/// takes them badly would show a torn page. It knows a moved row by its content, which was in one other
/// place and is in one only: so a row and the one whose old content it gets are not sent at once.
struct ChangedRows {
  private let shown: CellGrid?
  private let grid: CellGrid
  private let rows: [Int]

  /// - Parameter shown: of the same size; nothing where the screen is cleared before.
  init(from shown: CellGrid?, to grid: CellGrid) {
    self.shown = shown
    self.grid = grid
    rows = (0..<grid.size.rows).filter { row in shown?.isSame(row: row, in: grid) != true }
  }

  /// The rows in groups that are sent one after the other, mostly one; at worst quadratic in their number.
  ///
  /// - Parameter onePerGroup: for terminals that are sent other glyphs than the grid has, in which other
  ///   rows may be alike.
  func groups(onePerGroup: Bool) -> [[Int]] {
    guard let shown else { return [rows] }
    guard !onePerGroup else { return rows.map { [$0] } }
    var groups: [[Int]] = []
    var rest = rows
    while !rest.isEmpty {
      var group: [Int] = []
      rest.removeAll { row in
        let fits = !group.contains { other in
          shown.isSame(row: row, as: other, in: grid) || shown.isSame(row: other, as: row, in: grid)
        }
        if fits { group.append(row) }
        return fits
      }
      groups.append(group)
    }
    return groups
  }
}
