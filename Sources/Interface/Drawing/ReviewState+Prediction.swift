import Predictions
import Reviewing
import Screen

extension ReviewState {
  func drawPrediction(into grid: inout CellGrid, _ rect: Rect) {
    guard let prediction = selected else {
      drawPane(into: &grid, rect, title: StyledLine("no prediction", .dim))
      return
    }
    drawPane(
      into: &grid, rect, title: predictionTitle(prediction), right: reviewWords(prediction),
      isFocused: isFullScreen)
    let height = textHeight
    let lines = textLines(limit: scroll + height + 1)
    for (index, line) in lines.dropFirst(scroll).prefix(height).enumerated() {
      grid.put(
        line, row: rect.row + 1 + index, column: rect.column + 2, columns: rect.columns - 4,
        theme: theme)
    }
    highlightMatches(in: &grid, rect)
    drawContinuation(into: &grid, rect, above: scroll > 0, below: lines.count > scroll + height)
  }

  var textHeight: Int { layout.textHeight }

  /// How many lines the selected prediction has, as far as scrolling by a page needs to know.
  var selectedTextLineCount: Int { textLines(limit: scroll + 3 * textHeight + 1).count }

  private func predictionTitle(_ prediction: Prediction) -> StyledLine {
    var line = StyledLine(DisplayText(prediction.key), .title)
    let copies = snapshot[prediction.row].copies
    if copies > 1 { line.append(" ×\(NumberText.grouped(copies))", .dim) }
    if isFullScreen, !list.isEmpty {
      let position = NumberText.grouped(list.selection + 1)
      line.append(" · \(position) of \(NumberText.grouped(list.rows.count))", .dim)
    }
    return line
  }

  /// My judgement, and whom I passed it to, in the upper right corner.
  private func reviewWords(_ prediction: Prediction) -> StyledLine? {
    var words: [StyledLine] = []
    if let mine = book.review(of: prediction.contentDigest, by: options.reviewer) {
      words = reviewWords(mine)
    }
    let passes = book.passes(of: prediction.contentDigest.prefix)
    if let pass = passes.first(where: { $0.by == options.reviewer }) {
      words.append(StyledLine("passed to \(clipped(pass.to))", .accent))
    }
    guard !words.isEmpty else { return nil }
    return StyledLine(pieces: Array(words.map(\.pieces).joined(separator: [.blank])))
  }

  /// No more of each than a screen has columns: what is wider is not shown at all.
  private func reviewWords(_ mine: CurrentReview) -> [StyledLine] {
    var words: [StyledLine] = []
    let review = mine.review
    if let verdict = review.verdict {
      words.append(StyledLine("\(theme.glyphs.mark(of: verdict)) \(verdict.word)", verdict.role))
    }
    if let upsetting = review.upsetting {
      let names: DisplayText =
        upsetting.categories.isEmpty ? "" : " \(clipped(upsetting.categories))"
      words.append(
        StyledLine(
          "\(theme.glyphs.mark(.upsetting)) \(String(upsetting.severity))\(names)", .upsetting))
    }
    if review.badTarget { words.append(StyledLine(theme.glyphs.mark(.badTarget), .badTarget)) }
    words += review.tags.prefix(size.columns).map { StyledLine("#\(clipped($0))", .accent) }
    if let label = review.label {
      // A corrected output repeats much of what is covered.
      let shown: DisplayText = isCovered ? "label" : "= \(DisplayText(label, maximumColumns: 20))"
      words.append(StyledLine(shown, .accent))
    }
    if mine.hasComment { words.append(StyledLine("comment", .dim)) }
    return words
  }

  /// Arrows on the border where the text goes on.
  private func drawContinuation(
    into grid: inout CellGrid, _ rect: Rect, above: Bool, below: Bool
  ) {
    let column = rect.endColumn - 1
    if above {
      grid.put(theme.glyphs.mark(.up), row: rect.row + 1, column: column, style: theme[.accent])
    }
    guard below else { return }
    grid.put(
      theme.glyphs.mark(.down), row: rect.endRow - 2, column: column, style: theme[.accent])
    let words: DisplayText = " \(keyMap.keyName(for: .pageDown)) for more "
    if rect.columns > words.width + 8 {
      grid.put(
        words, row: rect.endRow - 1, column: rect.endColumn - words.width - 2, style: theme[.dim])
    }
  }

  private func highlightMatches(in grid: inout CellGrid, _ rect: Rect) {
    guard let find else { return }
    for row in rect.row + 1..<max(rect.row + 1, rect.endRow - 1) {
      grid.highlight(
        find.text, row: row, columns: rect.column + 1..<rect.endColumn - 1, style: theme[.match])
    }
  }
}
