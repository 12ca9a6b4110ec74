import Predictions
import Reviewing
import Screen

extension ReviewState {
  func drawList(into grid: inout CellGrid, _ rect: Rect) {
    let title = listTitle
    let heading: DisplayText? = hasConfidence ? "confidence" : nil
    let right = heading.flatMap { title.width + $0.width + 8 <= rect.columns ? $0 : nil }
    drawPane(
      into: &grid, rect, title: title, right: right.map { StyledLine($0, .dim) }, isFocused: true)
    let rows = rect.rows - 2
    for line in 0..<max(0, rows) {
      let index = list.top + line
      guard list.rows.indices.contains(index) else { break }
      let place = Rect(
        row: rect.row + 1 + line, column: rect.column + 1, rows: 1, columns: rect.columns - 2)
      drawListRow(list.rows[index], isSelected: index == list.selection, into: &grid, place)
    }
    if list.isEmpty { drawEmptyList(into: &grid, rect) }
    drawScrollMark(into: &grid, rect, first: list.top, shown: rows, of: list.rows.count)
  }

  /// Some file says how sure the model was, which the last column shows.
  private var hasConfidence: Bool {
    blindness == .off
      && snapshot.files.contains {
        $0.recognised[.confidence] != nil || $0.recognised[.scores] != nil
      }
  }

  /// `ambiguous · 34 of 187 · uncertain first · about 12 min left`
  private var listTitle: StyledLine {
    var line = StyledLine(drawView == nil ? DisplayText(tierName(tier)) : "draw", .title)
    if !list.isEmpty {
      let position = NumberText.grouped(list.selection + 1)
      line.append(" · \(position) of \(NumberText.grouped(list.rows.count))", .text)
    }
    line.append(" · ", .dim)
    line.append(sortWords, .dim)
    if let filter { line.append(" · filter \(filter.text)", .accent) }
    if let find {
      let matches = find.found.count == 1 ? "match" : "matches"
      let count = "\(NumberText.grouped(find.found.count)) \(matches)"
      line.append(" · “\(find.text)” \(count)\(find.isComplete ? "" : " …")", .accent)
    }
    if isArranging, list.isEmpty { line.append(" · arranging", .dim) }
    let left =
      drawView.map { $0.progress.mine - $0.progress.judgedByMe } ?? list.rows.count
      - (tier.map { counts[$0].judgedByMe } ?? counts.judgedByMe)
    if filter == nil, let minutes = pace.minutes(for: left) {
      line.append(" · about \(String(minutes)) min left", .dim)
    }
    return line
  }

  private var sortWords: DisplayText {
    guard snapshot.isComplete else { return "file order while reading" }
    return drawView == nil ? DisplayText(sort.words) : "draw order"
  }

  private func drawListRow(
    _ row: Int, isSelected: Bool, into grid: inout CellGrid, _ place: Rect
  ) {
    let entry = snapshot[row]
    let prediction = store.excerpt(at: row)
    if isSelected { grid.fill(place, style: theme[.selected]) }
    let right = rightColumn(entry, prediction, hasWords: place.columns >= 80)
    let keyColumns = self.keyColumns(within: place.columns / 5)
    var line = StyledLine(isSelected ? "\(theme.glyphs.mark(.selected)) " : "  ", .accent)
    line.append(DisplayText(prediction.key).truncated(to: keyColumns).padded(to: keyColumns), .dim)
    line.append(" ", .dim)
    append(marks: prediction, entry, to: &line, columns: place.columns >= 60 ? 11 : 4)
    let room = place.columns - line.width - right.width - 2
    line.append(listText(prediction, entry, columns: room), isSelected ? .text : listRole(row))
    grid.put(
      line, row: place.row, column: place.column, columns: place.columns - right.width - 2,
      theme: theme, isSelected: isSelected)
    grid.put(
      right, row: place.row, column: place.endColumn - right.width - 1, columns: right.width,
      theme: theme, isSelected: isSelected)
  }

  /// As wide as the keys on show need, so that texts begin in one column.
  private func keyColumns(within most: Int) -> Int {
    let visible = list.rows.dropFirst(list.top).prefix(layout.listHeight)
    let widest = visible.map {
      DisplayText(store.excerpt(at: $0).key, maximumColumns: most).width
    }
    return min(most, max(4, widest.max() ?? 0))
  }

  private func listRole(_ row: Int) -> Role { myVerdict(onRow: row) == nil ? .text : .dim }

  private func listText(_ prediction: Prediction, _ entry: RowEntry, columns: Int) -> DisplayText {
    guard columns > 0 else { return "" }
    if isShielded(row: prediction.row),
      !(list.selectedRow == prediction.row && shield.lift == .open)
    {
      let cover = DisplayText(repeating: theme.cover, count: min(12, columns))
      return (cover + " covered").truncated(to: columns)
    }
    if let damage = prediction.damage {
      return DisplayText(damage.reason.words).truncated(to: columns)
    }
    if prediction.isNotAnObject { return "not an object" }
    let content = prediction.input ?? prediction.output ?? prediction.target
    let line = content?.oneLine(upTo: 4 * columns) ?? segmentWords(prediction)
    var text = DisplayText(line, maximumColumns: columns)
    if entry.copies > 1 {
      let copies = DisplayText(" ×\(NumberText.grouped(entry.copies))")
      text = text.truncated(to: max(0, columns - copies.width)) + copies
    }
    return text
  }

  /// What stands for a prediction without texts.
  private func segmentWords(_ prediction: Prediction) -> String {
    prediction.segments.map { "\($0.name) \($0.value)" }.joined(separator: " · ")
  }

  /// The automatic result and the confidence, each in a column of its own.
  private func rightColumn(
    _ entry: RowEntry, _ prediction: Prediction, hasWords: Bool
  ) -> StyledLine {
    guard isRevealed(prediction) else { return StyledLine() }
    var line = StyledLine()
    if hasWords {
      line.append(automaticText(entry).padded(to: 9, alignment: .trailing), .dim)
    }
    // By way of its shortest decimal, so that .255 rounds here as it does where it is a Double.
    if let value = Double(entry.confidence.description), value.isFinite {
      line.append(
        DisplayText(NumberText.probability(value)).padded(to: 4, alignment: .trailing), .dim)
    }
    return line
  }

  private func automaticText(_ entry: RowEntry) -> DisplayText {
    switch entry.automatic {
    case .incorrect: "incorrect"
    case .score(let score): DisplayText(NumberText.decimal(score))
    case .correct, nil: ""
    }
  }

  private func drawEmptyList(into grid: inout CellGrid, _ rect: Rect) {
    let text: DisplayText
    if !snapshot.isComplete || isArranging {
      text = "reading …"
    } else if filter != nil {
      text = "nothing passes the filter · \(keyMap.keyName(for: .back)) removes it"
    } else {
      text = "no predictions here"
    }
    grid.put(
      text.truncated(to: rect.columns - 4), row: rect.row + 1, column: rect.column + 2,
      style: theme[.dim])
  }

  /// A mark on the right border where a pane continues above or below.
  func drawScrollMark(
    into grid: inout CellGrid, _ rect: Rect, first: Int, shown: Int, of count: Int
  ) {
    guard count > shown, shown > 0 else { return }
    let offset = first * (shown - 1) / max(1, count - shown)
    let row = rect.row + 1 + max(0, min(shown - 1, offset))
    grid.put(
      theme.glyphs.mark(.scroll), row: row, column: rect.endColumn - 1, style: theme[.accent])
  }
}
