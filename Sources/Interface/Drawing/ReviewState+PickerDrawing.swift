import Screen

/// A picker lays out the choices that it has room for, however many there are.
extension ReviewState {
  func draw(_ picker: Picker, into grid: inout CellGrid) {
    let (choices, unlisted) = picker.listing
    let count = max(1, choices.count + (picker.offersNew ? 1 : 0))
    let height = min(count, max(3, size.rows - 8))
    let first = max(0, picker.selection - height + 1)
    let nameColumns = nameColumns(choices)
    let rows = (first..<min(first + height, count)).map { place in
      choices.indices.contains(place)
        ? row(choices[place], nameColumns) : lastRow(picker)
    }
    let more = unlisted > 0 ? moreLine(unlisted) : nil
    let columns = pickerColumns(choices, rows + (more.map { [$0] } ?? []), nameColumns)
    let top = picker.takesText ? 1 : 0
    let taken = height + 2 + top + (more == nil ? 0 : 1)
    let rect = Rect(
      row: max(1, (size.rows - taken) / 2), column: (size.columns - columns) / 2, rows: taken,
      columns: columns)
    grid.fill(rect, style: theme[.text])
    drawPane(
      into: &grid, rect, title: StyledLine(DisplayText(picker.title), .title), isFocused: true)
    if picker.takesText { drawTyped(picker, into: &grid, rect) }
    for (index, row) in rows.enumerated() {
      let place = Rect(
        row: rect.row + 1 + top + index, column: rect.column + 1, rows: 1, columns: columns - 2)
      let isSelected = first + index == picker.selection
      if isSelected { grid.fill(place, style: theme[.selected]) }
      grid.put(
        row, row: place.row, column: place.column + 1, columns: place.columns - 2, theme: theme,
        isSelected: isSelected)
    }
    if let more {
      grid.put(
        more, row: rect.endRow - 2, column: rect.column + 2, columns: columns - 4, theme: theme)
    }
    let list = Rect(row: rect.row + top, column: rect.column, rows: height + 2, columns: columns)
    drawScrollMark(into: &grid, list, first: first, shown: height, of: count)
  }

  private func drawTyped(_ picker: Picker, into grid: inout CellGrid, _ rect: Rect) {
    let room = rect.columns - 6
    var line = StyledLine("> ", .accent)
    line.append(DisplayText(picker.buffer.text).suffix(columns: room), .text)
    let next = grid.put(
      line, row: rect.row + 1, column: rect.column + 2, columns: room + 2, theme: theme)
    grid.put(" ", row: rect.row + 1, column: next, style: Style(attributes: .reverse))
  }

  /// As wide as the widest choice, so that it does not change while they are walked through. Of very
  /// many choices not all are measured: they get all there is.
  private func pickerColumns(
    _ choices: [Picker.Choice], _ rows: [StyledLine], _ nameColumns: Int
  ) -> Int {
    guard choices.count <= Picker.longestList else { return size.columns - 2 }
    let widest = (choices.map { row($0, nameColumns).width } + rows.map(\.width)).max() ?? 0
    return min(size.columns - 2, max(widest + 4, 40))
  }

  private func nameColumns(_ choices: [Picker.Choice]) -> Int {
    choices.prefix(Picker.longestList).map { clipped($0.value).width }.max() ?? 0
  }

  private func row(_ choice: Picker.Choice, _ nameColumns: Int) -> StyledLine {
    var line = choice.isOn ? StyledLine("\(theme.glyphs.mark(.ok)) ", .ok) : StyledLine("  ")
    guard !choice.note.isEmpty else {
      line.append(clipped(choice.value))
      return line
    }
    line.append(clipped(choice.value).padded(to: min(nameColumns, 40)))
    line.append("  \(clipped(choice.note))", .dim)
    return line
  }

  /// Behind the choices: what was typed, or what to do where there are none.
  private func lastRow(_ picker: Picker) -> StyledLine {
    guard picker.offersNew else { return StyledLine("type a name", .dim) }
    return StyledLine("+ new \(picker.newNoun ?? "") “\(clipped(picker.buffer.text))”", .accent)
  }

  private func moreLine(_ unlisted: Int) -> StyledLine {
    StyledLine("\(NumberText.grouped(unlisted)) more: type part of a name", .dim)
  }
}
