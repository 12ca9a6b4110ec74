import Evaluation
import Screen

/// The dashboard: rates by tier and segment, and what follows from them, side by side where there is
/// room.
extension ReviewState {
  func draw(_ dashboard: Dashboard, into grid: inout CellGrid) {
    grid.fill(dashboardRect, style: theme[.text])
    guard let standing = dashboard.standing else {
      let rect = dashboardRect
      drawPane(into: &grid, rect, title: StyledLine("dashboard", .title), isFocused: true)
      let words = snapshot.isComplete ? "counting…" : "once the file is read"
      put(StyledLine(DisplayText(words), .dim), into: &grid, row: rect.row + 1, rect)
      return
    }
    if let rect = tableRect(of: dashboard) { drawRates(dashboard, standing, into: &grid, rect) }
    if let rect = findingsRect(of: dashboard) {
      drawFindings(dashboard, standing, into: &grid, rect)
    }
  }

  private var dashboardRect: Rect {
    Rect(row: 1, column: 0, rows: size.rows - 2, columns: size.columns)
  }

  /// Both halves are in sight.
  var isDashboardWide: Bool { size.columns >= 110 }
  private var findingsColumns: Int { min(56, max(46, size.columns * 3 / 8)) }

  private func tableRect(of dashboard: Dashboard) -> Rect? {
    guard isDashboardWide else { return dashboard.focus == .table ? dashboardRect : nil }
    var rect = dashboardRect
    rect.columns -= findingsColumns
    return rect
  }

  func findingsRect(of dashboard: Dashboard) -> Rect? {
    guard isDashboardWide else { return dashboard.focus == .findings ? dashboardRect : nil }
    let rect = dashboardRect
    return Rect(
      row: rect.row, column: rect.endColumn - findingsColumns, rows: rect.rows,
      columns: findingsColumns)
  }

  /// Lines that the table may have room for.
  var dashboardHeight: Int { max(1, dashboardRect.rows - 10) }

  func put(
    _ line: StyledLine, into grid: inout CellGrid, row: Int, _ rect: Rect, isSelected: Bool = false
  ) {
    if isSelected {
      grid.fill(
        Rect(row: row, column: rect.column + 1, rows: 1, columns: rect.columns - 2),
        style: theme[.selected])
    }
    grid.put(
      line, row: row, column: rect.column + 2, columns: rect.columns - 4, theme: theme,
      isSelected: isSelected)
  }

  private func drawRates(
    _ dashboard: Dashboard, _ standing: RunStanding, into grid: inout CellGrid, _ rect: Rect
  ) {
    drawPane(
      into: &grid, rect, title: StyledLine("dashboard", .title),
      right: StyledLine(DisplayText(dashboard.order.rawValue), .dim),
      isFocused: dashboard.focus == .table)
    let top = summary(standing, columns: rect.columns - 4)
    let lines = table(dashboard, columns: rect.columns - 4)
    let room = rect.rows - 2
    let head = min(top.count, max(2, room - 6))
    for (index, line) in top.prefix(head).enumerated() {
      put(line, into: &grid, row: rect.row + 1 + index, rect)
    }
    drawTable(lines, of: dashboard, into: &grid, rect, from: head, rows: room - head)
  }

  private func drawTable(
    _ lines: [DashboardLine], of dashboard: Dashboard, into grid: inout CellGrid, _ rect: Rect,
    from head: Int, rows: Int
  ) {
    guard rows > 0 else { return }
    let selected = lines.firstIndex { $0.entry == dashboard.selection } ?? 0
    // The heading of the first lines stays in sight as long as they do.
    let first = max(0, min(selected <= 2 ? 0 : selected - rows / 2, lines.count - rows))
    for (index, line) in lines.dropFirst(first).prefix(rows).enumerated() {
      put(
        line.line, into: &grid, row: rect.row + 1 + head + index, rect,
        isSelected: line.entry == dashboard.selection)
    }
    let place = Rect(
      row: rect.row + head, column: rect.column, rows: rect.rows - head, columns: rect.columns)
    drawScrollMark(into: &grid, place, first: first, shown: rows, of: lines.count)
  }
}
