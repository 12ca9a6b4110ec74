import Evaluation
import Screen

/// The dashboard: the run's rates, then a line for each tier and each value of a segment.
extension ReviewState {
  func draw(_ dashboard: Dashboard, into grid: inout CellGrid) {
    let rect = dashboardRect
    grid.fill(rect, style: theme[.text])
    drawPane(
      into: &grid, rect, title: StyledLine("dashboard", .title),
      right: StyledLine(DisplayText(dashboard.order.rawValue), .dim), isFocused: true)
    guard let evaluation = dashboard.evaluation else {
      let words = snapshot.isComplete ? "counting…" : "once the file is read"
      grid.put(
        StyledLine(DisplayText(words), .dim), row: rect.row + 1, column: rect.column + 2,
        columns: rect.columns - 4, theme: theme)
      return
    }
    let top = summary(evaluation, columns: rect.columns - 4)
    let lines = table(dashboard, evaluation, columns: rect.columns - 4)
    let room = rect.rows - 2
    let head = min(top.count, max(2, room - 6))
    for (index, line) in top.prefix(head).enumerated() {
      put(line, into: &grid, row: rect.row + 1 + index, rect)
    }
    drawTable(lines, of: dashboard, into: &grid, rect, from: head, rows: room - head)
  }

  private var dashboardRect: Rect {
    Rect(row: 1, column: 0, rows: size.rows - 2, columns: size.columns)
  }

  /// Lines that the table may have room for.
  var dashboardHeight: Int { max(1, dashboardRect.rows - 10) }

  private func put(
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

/// A line of the dashboard's table, and the place of its entry where it has one.
struct DashboardLine {
  let line: StyledLine
  var entry: Int?
}

/// What stands above the table.
extension ReviewState {
  private func summary(_ evaluation: RunEvaluation, columns: Int) -> [StyledLine] {
    guard !evaluation.draws.isEmpty else {
      return noDraw(evaluation, columns: columns) + [StyledLine()]
    }
    var lines = [
      rateLine(theme.glyphs.mark(.wrong), "wrong", evaluation.rates[.wrong], .wrong, columns),
      rateLine(
        theme.glyphs.mark(.unsure), "can't tell", evaluation.rates[.unsure], .unsure, columns),
      rateLine(
        theme.glyphs.mark(.upsetting), "upsetting", evaluation.rates[.upsetting], .upsetting,
        columns),
      rateLine(" ", "missed", evaluation.missed, .text, columns),
    ]
    let planned = evaluation.draws.reduce(0) { $0 + $1.planned }
    let judged = evaluation.draws.reduce(0) { $0 + $1.judged }
    var words =
      "\(NumberText.count(evaluation.draws.count, "draw")), \(judged) of \(planned) judged"
    let browsed = evaluation.found.judged - evaluation.sample.items.count
    if browsed > 0 { words += " · \(browsed) more judged by browsing, in no rate" }
    lines.append(StyledLine(DisplayText(words), .dim))
    if let missing = evaluation.rates[.wrong]?.ifMissing {
      lines.append(
        StyledLine(
          DisplayText(
            "wrong if what is missing were all right or all wrong: "
              + RateText.range(missing.low, missing.high) + " %"), .dim))
    }
    if evaluation.found.splits > 0 { lines.append(disagreements(evaluation)) }
    return lines + [StyledLine()]
  }

  private func disagreements(_ evaluation: RunEvaluation) -> StyledLine {
    var words = NumberText.count(evaluation.found.splits, "open disagreement")
    if let settled = evaluation.rates[.wrong]?.ifSettled, settled.low < settled.high {
      words += ": wrong \(RateText.range(settled.low, settled.high)) % however they end"
    }
    return StyledLine(DisplayText(words), .dim)
  }

  private func noDraw(_ evaluation: RunEvaluation, columns: Int) -> [StyledLine] {
    let found = evaluation.found
    var words = "No rate yet: rates come from draws."
    if found.lookedAt > 0 {
      words +=
        " Found by browsing, in \(NumberText.count(found.lookedAt, "prediction")): "
        + "\(NumberText.short(found.wrong)) wrong, \(found.upsetting) upsetting, "
        + "\(evaluation.missedFound) that the metric calls correct."
    }
    return TextWrap.wrap(words, columns: columns).map { StyledLine($0, .dim) }
  }

  /// `✗ wrong       15 % of 41 (4–33, so far)  ├──●────┤`
  private func rateLine(
    _ mark: DisplayText, _ name: String, _ rate: Rate?, _ role: Role, _ columns: Int
  ) -> StyledLine {
    var line = StyledLine(mark, role)
    line.append(DisplayText(" \(name)").padded(to: 13), .text)
    line.append(DisplayText(RateText.words(rate)).padded(to: 30), rate == nil ? .dim : .text)
    let room = min(40, columns - line.width - 1)
    if let rate, room >= 12 {
      line.append(" ", .dim)
      line.append(bar(rate, columns: room), role)
    }
    return line
  }

  private func bar(_ rate: Rate, upTo end: Double = 1, columns: Int) -> DisplayText {
    IntervalBar.text(
      low: rate.low, rate: rate.rate, high: rate.high, upTo: end, columns: columns,
      glyphs: theme.glyphs)
  }
}

/// The table.
extension ReviewState {
  private func table(
    _ dashboard: Dashboard, _ evaluation: RunEvaluation, columns: Int
  ) -> [DashboardLine] {
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

  private func nameColumns(_ columns: Int) -> Int { columns >= 76 ? 22 : columns >= 56 ? 14 : 11 }
  private func countColumns(_ columns: Int) -> Int { columns >= 56 ? 9 : 8 }

  private func heading(_ name: String, columns: Int, _ end: Double) -> StyledLine {
    var line = StyledLine(
      DisplayText(name).truncated(to: nameColumns(columns)).padded(to: nameColumns(columns)),
      .title)
    line.append(right("items", countColumns(columns)), .dim)
    line.append(right("judged", countColumns(columns)), .dim)
    line.append(right("wrong", 8), .dim)
    let room = barColumns(columns)
    if room > 0 {
      line.append(DisplayText("  0").padded(to: room - 2), .dim)
      line.append(right(RateText.percent(end), 5), .dim)
    }
    return line
  }

  private func line(of entry: Dashboard.Entry, columns: Int, _ end: Double) -> StyledLine {
    let slice = entry.slice
    let names = nameColumns(columns)
    var line = StyledLine(
      DisplayText(slice.name).truncated(to: names - 1).padded(to: names), .text)
    line.append(right(NumberText.grouped(slice.items), countColumns(columns)), .text)
    line.append(right(NumberText.grouped(slice.found.judged), countColumns(columns)), .dim)
    guard let rate = slice.rates[.wrong] else {
      line.append(DisplayText(noRateWords(slice, columns: columns)), .dim)
      return line
    }
    line.append(right(RateText.percent(rate.rate), 8), .wrong)
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
    let room = columns - nameColumns(columns) - 2 * countColumns(columns) - 8 - 3
    return room >= 16 ? min(room, 60) : 0
  }

  private func right(_ text: String, _ columns: Int) -> DisplayText {
    let text = DisplayText(text)
    return .blanks(max(0, columns - text.width)) + text
  }
}
