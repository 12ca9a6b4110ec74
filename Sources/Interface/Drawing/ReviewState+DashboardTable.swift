import Evaluation
import Screen

/// A line of the dashboard's table, and the place of its entry where it has one.
struct DashboardLine {
  let line: StyledLine
  var entry: Int?
}

/// A line for each tier and each value of a segment.
extension ReviewState {
  func table(_ dashboard: Dashboard, columns: Int) -> [DashboardLine] {
    let entries = dashboard.entries
    let end = max(0.05, entries.compactMap { $0.slice.rates[.wrong]?.high }.max() ?? 1)
    var lines: [DashboardLine] = []
    for (place, entry) in entries.enumerated() {
      if place == 0 || entries[place - 1].segment != entry.segment {
        if place > 0 { lines.append(DashboardLine(line: StyledLine())) }
        lines.append(DashboardLine(line: heading(entry.segment ?? "tiers", columns: columns, end)))
      }
      lines.append(DashboardLine(line: line(of: entry, columns: columns, end), entry: place))
    }
    return lines
  }

  private func nameColumns(_ columns: Int) -> Int { columns >= 76 ? 20 : columns >= 56 ? 14 : 11 }
  /// When it was last looked at, where there is room.
  private func dueColumns(_ columns: Int) -> Int { columns >= 66 && due != nil ? 10 : 0 }
  private func countColumns(_ columns: Int) -> Int { columns >= 56 ? 9 : 8 }

  private func heading(_ name: String, columns: Int, _ end: Double) -> StyledLine {
    var line = StyledLine(
      DisplayText(name).truncated(to: nameColumns(columns)).padded(to: nameColumns(columns)),
      .title)
    line.append(Self.right("items", countColumns(columns)), .dim)
    line.append(Self.right("judged", countColumns(columns)), .dim)
    if dueColumns(columns) > 0 { line.append(Self.right("last", dueColumns(columns)), .dim) }
    line.append(Self.right("wrong", 8), .dim)
    let room = barColumns(columns)
    if room > 0 {
      line.append(DisplayText("  0").padded(to: room - 2), .dim)
      line.append(Self.right(RateText.percent(end), 5), .dim)
    }
    return line
  }

  private func line(of entry: Dashboard.Entry, columns: Int, _ end: Double) -> StyledLine {
    let slice = entry.slice
    let names = nameColumns(columns)
    var line = StyledLine(
      DisplayText(slice.name).truncated(to: names - 1).padded(to: names), .text)
    line.append(Self.right(NumberText.grouped(slice.items), countColumns(columns)), .text)
    line.append(Self.right(NumberText.grouped(slice.found.judged), countColumns(columns)), .dim)
    if dueColumns(columns) > 0 {
      let last = due?.line(segment: entry.segment, name: slice.name)
      let role: Role = last?.overdue == true ? .message : .dim
      line.append(Self.right(last?.age ?? "", dueColumns(columns)), role)
    }
    guard let rate = slice.rates[.wrong] else {
      line.append(DisplayText(noRateWords(slice, columns: columns)), .dim)
      return line
    }
    line.append(Self.right(RateText.percent(rate.rate), 8), .wrong)
    let room = barColumns(columns)
    guard room > 0 else {
      line.append(DisplayText("  \(RateText.range(rate.low, rate.high))"), .dim)
      return line
    }
    line.append("  ", .dim)
    line.append(bar(rate, upTo: end, columns: room), .wrong)
    return line
  }

  /// Why there is no rate: nobody looked, or nobody looked where a draw would have.
  private func noRateWords(_ slice: RunEvaluation.Slice, columns: Int) -> String {
    guard slice.found.judged > 0 else { return columns >= 56 ? "  not looked at" : "  not yet" }
    return slice.drawn > 0 && columns >= 76 ? "  n/a: some tier was not looked at" : "  n/a"
  }

  private func barColumns(_ columns: Int) -> Int {
    let room =
      columns - nameColumns(columns) - 2 * countColumns(columns) - dueColumns(columns) - 8 - 3
    return room >= 16 ? min(room, 60) : 0
  }

  static func right(_ text: String, _ columns: Int) -> DisplayText {
    let text = DisplayText(text)
    return .blanks(max(0, columns - text.width)) + text
  }
}
