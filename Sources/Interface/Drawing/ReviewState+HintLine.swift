import Screen

extension ReviewState {
  /// The bottom line: a question, an explanation, or the keys that make sense now.
  func drawHintLine(into grid: inout CellGrid) {
    let row = size.rows - 1
    grid.fill(Rect(row: row, column: 0, rows: 1, columns: size.columns), style: theme[.text])
    if case .prompt(let prompt)? = overlays.last {
      return draw(prompt, into: &grid, row: row)
    }
    if let notice {
      return draw(
        message: notice.text, notice.kind == .refusal ? .wrong : .message, into: &grid,
        endingAt: row)
    }
    grid.put(
      hintLine(columns: size.columns - 2), row: row, column: 1, columns: size.columns - 2,
      theme: theme)
  }

  /// Whole hints only, so the line never ends in half a word; verdicts come first.
  private func hintLine(columns: Int) -> StyledLine {
    let hints = overlays.last.map(overlayHints) ?? baseHints
    var line = StyledLine()
    for (key, word) in hints where !key.isEmpty {
      let width = DisplayText(key).width + 1 + DisplayText(word).width
      guard line.width + (line.pieces.isEmpty ? 0 : 2) + width <= columns else { continue }
      if !line.pieces.isEmpty { line.append("  ", .dim) }
      line.append(DisplayText(key), .accent)
      line.append(" \(word)", .dim)
    }
    return line
  }

  private var baseHints: [(String, String)] {
    var order = KeyTable.hintOrder
    if isCovered {
      order = [.lift, .upsetting, .pass, .next, .help, .quit]
    } else if isFullScreen || showsDifference {
      order.insert(.back, at: 4)
    }
    return order.compactMap { action in
      guard let word = hintWord(for: action) else { return nil }
      return (keyMap.keyName(for: action), word)
    }
  }

  private func hintWord(for action: Action) -> String? {
    switch action {
    case .upsetting where isCovered: return "upsetting, unseen"
    // The smallest terminal has room for four verdicts and flags, if each is one word.
    case .unsure where size.columns < 42: return "unsure"
    case .lift: return isCovered ? "show" : nil
    case .pass: return "pass on"
    case .next: return "next"
    case .back: return "back"
    case .open: return isFullScreen ? nil : KeyTable.hint(for: action)
    case .filter, .sort, .nextTier, .draw: return drawView == nil ? KeyTable.hint(for: action) : nil
    case .badTarget, .difference: return hasTarget ? KeyTable.hint(for: action) : nil
    default: return KeyTable.hint(for: action)
    }
  }

  private var hasTarget: Bool { selected.flatMap(visibleTarget) != nil }

  /// The selected prediction lies under the shield.
  var isCovered: Bool {
    guard let row = list.selectedRow else { return false }
    return isShielded(row: row) && shield.lift == .covered
  }

  private func overlayHints(_ overlay: Overlay) -> [(String, String)] {
    switch overlay {
    case .help, .rawRow, .reviews:
      [(keyMap.keyName(for: .quit), "close"), ("j k", "scroll"), ("Space b", "page")]
    case .dashboard(let dashboard): dashboardHints(dashboard)
    case .editor(let editor):
      editor.asksToDiscard
        ? [("Esc", "again discards what you typed"), ("Ctrl-s", "saves it")]
        : [("Ctrl-s", "save"), ("Esc", "cancel"), ("Enter", "new line")]
    case .picker(let picker):
      picker.takesText
        ? [
          ("Enter", "choose"), ("↓ ↑", "move"), ("type", "to narrow"),
          (picker.purpose == .tags ? "1–9" : "", "by number"), ("Esc", "cancel"),
        ]
        : picker.purpose == .upsetting
          ? [
            ("Space", "toggle"), ("Enter", picker.hasToggled ? "done" : "choose and close"),
            ("j k", "move"), ("Esc", "close"),
          ]
          : [("Enter", "choose"), ("j k", "move"), ("Esc", "cancel")]
    case .exposureCard,
      .firstCard where exposure.map { $0.covered > 0 } == true:
      [("any key", "go on"), ("s", "skip them this time")]
    case .confirmQuit: [(keyMap.keyName(for: .quit), "leave"), ("any other key", "stay")]
    case .unsavedQuit:
      [
        ("r", "try again"), (keyMap.keyName(for: .quit), "leave and lose them"),
        ("any other key", "stay"),
      ]
    case .firstCard, .breakCard: [("any key", "go on")]
    case .endCard where drawView != nil:
      [
        (keyMap.keyName(for: .copyID), "copy as Markdown"),
        (keyMap.keyName(for: .draw), "draw more"), (keyMap.keyName(for: .undo), "undo"),
        (keyMap.keyName(for: .quit), "quit"),
      ]
    case .endCard:
      [
        (keyMap.keyName(for: .nextTier), "next tier"), (keyMap.keyName(for: .first), "first"),
        (keyMap.keyName(for: .undo), "undo"), (keyMap.keyName(for: .quit), "quit"),
      ]
    case .prompt: []
    }
  }

  private func dashboardHints(_ dashboard: Dashboard) -> [(String, String)] {
    let isTable = dashboard.focus == .table
    let other = (keyMap.keyName(for: .nextTier), isTable ? "what follows" : "rates")
    let close = (keyMap.keyName(for: .quit), "close")
    guard isTable || !dashboard.leads.isEmpty else { return [other, ("j k", "scroll"), close] }
    let sort = isTable ? [(keyMap.keyName(for: .sort), "sort")] : []
    return [(keyMap.keyName(for: .open), "show these"), other, close] + sort + [
      ("j k", "move"),
      (keyMap.keyName(for: .wrong), "the wrong ones"),
      (keyMap.keyName(for: .upsetting), "upsetting"),
      (keyMap.keyName(for: .nextMatch), "unreviewed"),
    ]
  }

  private func draw(_ prompt: LinePrompt, into grid: inout CellGrid, row: Int) {
    var line = StyledLine("\(prompt.label): ", .accent)
    let room = size.columns - 4 - line.width
    let before = DisplayText(String(prompt.buffer.characters[..<prompt.buffer.cursor]))
    let after = DisplayText(String(prompt.buffer.characters[prompt.buffer.cursor...]))
    line.append(before.suffix(columns: room * 3 / 4))
    var next = grid.put(line, row: row, column: 1, columns: size.columns - 2, theme: theme)
    let cursor = after.isEmpty ? " " : after.truncated(to: 1)
    next = grid.put(cursor, row: row, column: next, style: Style(attributes: .reverse))
    let rest = DisplayText(
      String(
        prompt.buffer.characters[min(prompt.buffer.cursor + 1, prompt.buffer.characters.count)...]))
    next = grid.put(
      rest.truncated(to: max(0, size.columns - next - 1)), row: row, column: next,
      style: theme[.text])
    let note = DisplayText(prompt.hint)
    let role: Role = prompt.isMistake ? .wrong : .dim
    if note.width <= size.columns - next - 3 {
      grid.put(note, row: row, column: next + 2, style: theme[role])
    } else {
      draw(message: prompt.hint, role, into: &grid, endingAt: row - 1)
    }
  }

  /// A sentence at the bottom of the screen; where it needs more lines, it takes those above.
  private func draw(
    message: String, _ role: Role, into grid: inout CellGrid, endingAt row: Int
  ) {
    let lines = TextWrap.wrap(message, columns: size.columns - 2, limit: size.rows / 3)
    for (index, line) in lines.enumerated() {
      let place = Rect(
        row: row + 1 - lines.count + index, column: 0, rows: 1, columns: size.columns)
      grid.fill(place, style: theme[.text])
      grid.put(line, row: place.row, column: 1, style: theme[role])
    }
  }
}
