import Reviewing
import Screen

extension ReviewState {
  /// ` spotcheck · file · 1,204 predictions · ada          ✗ wrong · saved ✓`
  func drawHeader(into grid: inout CellGrid) {
    let columns = size.columns - 2
    // What was recorded is worth more than a title that everybody knows.
    let most = columns < 60 ? columns : columns * 3 / 4
    let right = savingLine(columns: most)
    let rightWidth = min(right.width, most)
    let left = titleLine(columns: columns - rightWidth - 2)
    if left.width < columns - rightWidth {
      grid.put(left, row: 0, column: 1, columns: columns - rightWidth - 1, theme: theme)
    }
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
    if blindness != .off { facts.append(("blind", .message)) }
    for (text, role) in facts where line.width + 3 + min(text.width, 12) <= columns {
      line.append(" · ", .dim)
      line.append(text.truncated(to: columns - line.width), role)
    }
    appendDue(to: &line, columns: columns)
    return line
  }

  /// `looked at hard never, easy 3 d ago`: as many as fit, those longest ago first.
  private func appendDue(to line: inout StyledLine, columns: Int) {
    var gap: DisplayText = " · looked at "
    for part in due?.staleFirst ?? [] {
      let name = part.name.replacing("=", with: " ", maxReplacements: 1)
      let words = DisplayText("\(name) \(part.age)")
      guard line.width + gap.width + words.width <= columns else { return }
      line.append(gap, .dim)
      line.append(words, part.overdue ? .message : .dim)
      gap = ", "
    }
  }

  private var countWords: String {
    let rows = NumberText.count(snapshot.itemCount, "prediction")
    if snapshot.files.contains(where: { $0.interruption != nil }) { return "\(rows), cut short" }
    switch snapshot.arrival {
    case .following where snapshot.isComplete: return "\(rows), following"
    case .arriving: return "\(rows), more arriving"
    default: break
    }
    guard !snapshot.isComplete else { return rows }
    let percent = snapshot.bytesTotal > 0 ? 100 * snapshot.bytesRead / snapshot.bytesTotal : 0
    return "\(rows), \(percent) % read"
  }

  /// A fact of the saving line; of those that do not fit the highest rank goes first.
  private struct Fact {
    let text: DisplayText
    let role: Role
    let rank: Int
  }

  /// What was recorded last, and whether the disk has it, as whole as `columns` allow.
  private func savingLine(columns: Int) -> StyledLine {
    var facts = savingFacts
    var line = Self.line(of: facts)
    while line.width > columns, let rank = facts.map(\.rank).max(), rank > 0 {
      facts.removeAll { $0.rank == rank }
      line = Self.line(of: facts)
    }
    return line
  }

  private static func line(of facts: [Fact]) -> StyledLine {
    var line = StyledLine()
    for fact in facts {
      if !line.pieces.isEmpty { line.append(" · ", .dim) }
      line.append(fact.text, fact.role)
    }
    return line
  }

  private var savingFacts: [Fact] {
    var facts: [Fact] = []
    if isReadingLedger {
      facts.append(Fact(text: "reading the ledger", role: .message, rank: 0))
    }
    if let echo {
      facts.append(Fact(text: DisplayText(echo.words), role: echo.role, rank: 0))
      if let key = echo.key { facts.append(Fact(text: DisplayText(key), role: echo.role, rank: 3)) }
      if let reveal = echo.reveal {
        let way = "\(keyMap.keyName(for: .previous)) goes back"
        facts.append(Fact(text: DisplayText(reveal), role: .message, rank: 2))
        facts.append(Fact(text: DisplayText(way), role: .message, rank: 4))
      }
    }
    switch saving {
    case .saved:
      guard echo != nil || !undos.isEmpty else { return facts }
      let words: DisplayText =
        options.isPractice ? "not written" : "saved \(theme.glyphs.mark(.ok))"
      facts.append(Fact(text: words, role: .ok, rank: 0))
      if echo != nil, !undos.isEmpty {
        let words: DisplayText = "\(keyMap.keyName(for: .undo)) undoes"
        facts.append(Fact(text: words, role: .dim, rank: 5))
      }
    case .saving: facts.append(Fact(text: "saving", role: .dim, rank: 0))
    case .waiting(_, let reason):
      facts.append(Fact(text: DisplayText("saving, \(reason)"), role: .message, rank: 0))
    case .unsaved(let count, let reason, let rescued):
      let words = rescued == nil ? "\(count) NOT SAVED" : "saved in a rescue file"
      facts.append(Fact(text: DisplayText("\(words): \(reason)"), role: .failure, rank: 0))
    }
    return facts
  }
}
