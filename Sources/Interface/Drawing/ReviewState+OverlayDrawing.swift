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
    for (index, text) in layout.lines(first..<first + rect.rows - 2).enumerated() {
      grid.put(text, row: rect.row + 1 + index, column: rect.column + 2, style: theme[.text])
    }
    let cursor = Rect(
      row: rect.row + 1 + layout.cursorLine - first,
      column: rect.column + 2 + min(layout.cursorColumn, columns), rows: 1, columns: 1)
    grid.restyle(cursor) { $0.attributes.formUnion(.reverse) }
    drawScrollMark(
      into: &grid, rect, first: first, shown: rect.rows - 2, of: layout.lineCount)
  }
}
