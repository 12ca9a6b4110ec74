import Reviewing
import Screen

extension ReviewState {
  /// ` spotcheck · file · 1,204 predictions · ada          ✗ wrong · saved ✓`
  func drawHeader(into grid: inout CellGrid) {
    let right = savingLine
    let columns = size.columns - 2
    let rightWidth = min(right.width, columns * 3 / 4)
    let left = titleLine(columns: columns - rightWidth - 2)
    grid.put(left, row: 0, column: 1, columns: columns - rightWidth - 1, theme: theme)
    grid.put(
      right, row: 0, column: size.columns - 1 - rightWidth, columns: rightWidth, theme: theme)
  }

  /// As many of the facts as fit, the most needed first.
  private func titleLine(columns: Int) -> StyledLine {
    var line = StyledLine("spotcheck", .title)
    var facts: [(DisplayText, Role)] = [(DisplayText(options.title), .text)]
    facts.append((DisplayText(countWords), .dim))
    facts.append((DisplayText(options.reviewer), .dim))
    if options.isPractice {
      let words: DisplayText = "practice: nothing is written"
      facts.insert((line.width + 3 + words.width <= columns ? words : "practice", .message), at: 0)
    }
    if options.blindness != .off { facts.append(("blind", .message)) }
    for (text, role) in facts where line.width + 3 + min(text.width, 12) <= columns {
      line.append(" · ", .dim)
      line.append(text.truncated(to: columns - line.width), role)
    }
    return line
  }

  private var countWords: String {
    let rows = NumberText.count(snapshot.itemCount, "prediction")
    guard !snapshot.isComplete else { return rows }
    let percent = snapshot.bytesTotal > 0 ? 100 * snapshot.bytesRead / snapshot.bytesTotal : 0
    return "\(rows), \(percent) % read"
  }

  /// What was recorded last, and whether the disk has it.
  private var savingLine: StyledLine {
    var line = StyledLine()
    if let echo {
      line.append(DisplayText(echo.text), echo.role)
      if let reveal = echo.reveal { line.append(" · \(reveal)", .message) }
      line.append(" · ", .dim)
    }
    switch saving {
    case .saved:
      guard echo != nil || !undos.isEmpty else { return line }
      line.append(options.isPractice ? "not written" : "saved \(theme.glyphs.mark(.ok))", .ok)
      if echo != nil, !undos.isEmpty {
        line.append(" · \(keyMap.keyName(for: .undo)) undoes", .dim)
      }
    case .saving: line.append("saving", .dim)
    case .unsaved(let count, let reason, let rescued):
      line.append(
        rescued == nil
          ? "\(String(count)) NOT SAVED: \(reason)" : "saved in a rescue file: \(reason)",
        .failure)
    }
    return line
  }
}
