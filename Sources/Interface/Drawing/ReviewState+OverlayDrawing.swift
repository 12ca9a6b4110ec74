import Screen

extension ReviewState {
  func draw(_ overlay: Overlay, into grid: inout CellGrid) {
    switch overlay {
    case .prompt: break
    case .editor(let editor): draw(editor, into: &grid)
    case .picker(let picker): draw(picker, into: &grid)
    case .help, .rawRow, .reviews: draw(scrollingCard(overlay), into: &grid)
    case .dashboard(let dashboard): draw(dashboard, into: &grid)
    case .firstCard: draw(firstCard, into: &grid)
    case .exposureCard: draw(exposureCard, into: &grid)
    case .breakCard: draw(breakCard, into: &grid)
    case .endCard: draw(drawView.map(endCard(of:)) ?? endCard, into: &grid)
    case .confirmQuit:
      draw(
        Card(
          title: "leave?",
          lines: paragraph(
            "You judged a moment ago\(saving == .saved ? "" : ", it is being saved"). Was "
              + "\(keyMap.keyName(for: .quit)) meant?")),
        into: &grid)
    case .unsavedQuit:
      draw(
        Card(
          title: "not saved", lines: paragraph(unsavedWords, .failure)), into: &grid)
    }
  }

  private var unsavedWords: String {
    guard case .unsaved(let count, let reason, nil) = saving else {
      return "everything is saved now"
    }
    return "\(NumberText.count(count, "review")) could not be saved, neither in "
      + "\(options.ledgerPath) nor in a rescue file: \(reason)."
  }

  /// The scrolling view on top, with its lines and where it stands.
  func scrollingCard(_ overlay: Overlay) -> Card {
    switch overlay {
    case .help(let scroll):
      Card(title: "keys", lines: helpLines, scroll: scroll)
    case .rawRow(let scroll):
      Card(title: titled("raw row"), lines: rawLines, scroll: scroll, fillsScreen: true)
    case .reviews(let scroll):
      Card(title: titled("reviews"), lines: reviewLines, scroll: scroll, fillsScreen: true)
    default: Card(title: "", lines: [])
    }
  }

  /// A view that hides the list says which prediction it is about.
  private func titled(_ view: String) -> DisplayText {
    DisplayText(selected.map { "\(view) · \($0.key)" } ?? view).truncated(to: size.columns - 8)
  }

  private func draw(_ editor: CommentEditor, into grid: inout CellGrid) {
    let rect = Rect(
      row: max(1, size.rows / 5), column: max(0, (size.columns - 76) / 2),
      rows: max(5, min(size.rows - size.rows / 5 - 2, 14)), columns: min(size.columns, 76))
    grid.fill(rect, style: theme[.text])
    drawPane(
      into: &grid, rect, title: StyledLine(DisplayText(editor.title), .title), isFocused: true)
    let columns = rect.columns - 4
    let layout = EditorLayout(editor.buffer, columns: columns)
    let first = max(0, layout.cursorLine - (rect.rows - 3))
    for (index, text) in layout.lines.dropFirst(first).prefix(rect.rows - 2).enumerated() {
      grid.put(text, row: rect.row + 1 + index, column: rect.column + 2, style: theme[.text])
    }
    let cursor = Rect(
      row: rect.row + 1 + layout.cursorLine - first,
      column: rect.column + 2 + min(layout.cursorColumn, columns), rows: 1, columns: 1)
    grid.restyle(cursor) { $0.attributes.formUnion(.reverse) }
    drawScrollMark(
      into: &grid, rect, first: first, shown: rect.rows - 2, of: layout.lines.count)
  }

  private func draw(_ picker: Picker, into grid: inout CellGrid) {
    let rows = pickerRows(picker)
    let widest = rows.map(\.width).max() ?? 0
    let columns = min(size.columns - 2, max(widest + 4, 40))
    let height = min(rows.count, max(3, size.rows - 8))
    let top = picker.takesText ? 1 : 0
    let rect = Rect(
      row: max(1, (size.rows - height - 2 - top) / 2), column: (size.columns - columns) / 2,
      rows: height + 2 + top, columns: columns)
    grid.fill(rect, style: theme[.text])
    drawPane(
      into: &grid, rect, title: StyledLine(DisplayText(picker.title), .title), isFocused: true)
    if picker.takesText { drawTyped(picker, into: &grid, rect) }
    let first = max(0, picker.selection - height + 1)
    for (index, row) in rows.dropFirst(first).prefix(height).enumerated() {
      let place = Rect(
        row: rect.row + 1 + top + index, column: rect.column + 1, rows: 1, columns: columns - 2)
      let isSelected = first + index == picker.selection
      if isSelected { grid.fill(place, style: theme[.selected]) }
      grid.put(
        row, row: place.row, column: place.column + 1, columns: place.columns - 2, theme: theme,
        isSelected: isSelected)
    }
    let list = Rect(
      row: rect.row + top, column: rect.column, rows: rect.rows - top, columns: columns)
    drawScrollMark(into: &grid, list, first: first, shown: height, of: rows.count)
  }

  private func drawTyped(_ picker: Picker, into grid: inout CellGrid, _ rect: Rect) {
    let room = rect.columns - 6
    var line = StyledLine("> ", .accent)
    line.append(DisplayText(picker.buffer.text).suffix(columns: room), .text)
    let next = grid.put(
      line, row: rect.row + 1, column: rect.column + 2, columns: room + 2, theme: theme)
    grid.put(" ", row: rect.row + 1, column: next, style: Style(attributes: .reverse))
  }

  private func pickerRows(_ picker: Picker) -> [StyledLine] {
    let choices = picker.matches
    let nameColumns = choices.map { DisplayText($0.value).width }.max() ?? 0
    var rows = choices.map { choice in
      var line = choice.isOn ? StyledLine("\(theme.glyphs.mark(.ok)) ", .ok) : StyledLine("  ")
      guard !choice.note.isEmpty else {
        line.append(DisplayText(choice.value))
        return line
      }
      line.append(DisplayText(choice.value).padded(to: min(nameColumns, 40)))
      line.append("  \(choice.note)", .dim)
      return line
    }
    if picker.offersNew {
      rows.append(StyledLine("+ new \(picker.newNoun ?? "") “\(picker.buffer.text)”", .accent))
    }
    return rows.isEmpty ? [StyledLine("type a name", .dim)] : rows
  }
}
