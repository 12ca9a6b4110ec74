import Predictions
import Screen

extension ReviewState {
  /// The tiers with how many of each were seen, one under the other.
  func drawTierPane(into grid: inout CellGrid, _ rect: Rect) {
    drawPane(into: &grid, rect, title: StyledLine("tiers", .dim))
    let inside = Rect(
      row: rect.row + 1, column: rect.column + 1, rows: rect.rows - 2, columns: rect.columns - 2)
    var row = inside.row
    for choice in tierChoices where row + 1 < inside.endRow {
      drawTier(choice, into: &grid, row: row, inside)
      row += 2
    }
    if let drawView {
      draw(drawView.progress, into: &grid, from: row + 1, inside)
    } else {
      drawTotals(into: &grid, from: row + 1, inside)
    }
  }

  private func drawTier(_ choice: Tier?, into grid: inout CellGrid, row: Int, _ inside: Rect) {
    let isShown = choice == tier
    let count = tierCount(choice)
    let seen = tierSeen(choice)
    let name = DisplayText(tierName(choice)).truncated(to: inside.columns - 12)
    let mark: DisplayText = isShown ? "\(theme.glyphs.mark(.selected)) " : "  "
    var line = StyledLine(mark, .accent)
    line.append(name, isShown ? .title : tierRole(choice))
    grid.put(line, row: row, column: inside.column, columns: inside.columns, theme: theme)
    let number = DisplayText(NumberText.grouped(count))
    grid.put(
      number, row: row, column: inside.endColumn - 1 - number.width, style: theme[.text])
    let words = DisplayText("\(reviewCount(seen)) judged")
    // As much room for every number, so that all bars are equally long.
    let widest = DisplayText("\(reviewCount(tierSeen(nil))) judged").width
    let width = max(0, inside.columns - 4 - widest - 1)
    grid.put(
      bar(seen, of: count, columns: width), row: row + 1, column: inside.column + 2,
      style: theme[tierRole(choice)])
    grid.put(
      words, row: row + 1, column: inside.endColumn - 1 - words.width, style: theme[.dim])
  }

  /// What was found, as counts: rates are for draws, because browsing is not a sample.
  private func drawTotals(into grid: inout CellGrid, from first: Int, _ inside: Rect) {
    let lines: [(DisplayText, Int, Role)] = [
      ("judged", counts.judged, .text),
      ("  by you", counts.judgedByMe, .dim),
      ("\(theme.glyphs.mark(.wrong)) wrong", counts.wrong, .wrong),
      ("\(theme.glyphs.mark(.unsure)) can't tell", counts.unsure, .unsure),
      ("\(theme.glyphs.mark(.upsetting)) upsetting", counts.upsetting, .upsetting),
      ("\(theme.glyphs.mark(.badTarget)) bad target", counts.badTarget, .badTarget),
    ]
    var row = first
    for (text, number, role) in lines where row < inside.endRow {
      guard number > 0 || row - first < 4 else { continue }
      grid.put(text, row: row, column: inside.column + 2, style: theme[number > 0 ? role : .dim])
      let count = DisplayText(reviewCount(number))
      grid.put(
        count, row: row, column: inside.endColumn - 1 - count.width,
        style: theme[number > 0 ? role : .dim])
      row += 1
    }
  }

  /// `▸ all 1,204  easy 841  ambiguous 187 …` in one line.
  func drawTierLine(into grid: inout CellGrid, row: Int) {
    if let drawView { return drawSampleLine(drawView.progress, into: &grid, row: row) }
    var column = 1
    for choice in tierChoices {
      let isShown = choice == tier
      let text = DisplayText("\(tierName(choice)) \(NumberText.grouped(tierCount(choice)))")
      guard column + text.width + 3 < size.columns else { break }
      let mark: DisplayText = isShown ? "\(theme.glyphs.mark(.selected)) " : "  "
      column = grid.put(mark, row: row, column: column, style: theme[.accent])
      column = grid.put(
        text, row: row, column: column, style: theme[isShown ? .title : tierRole(choice)])
    }
  }

  /// How much of a tier was judged.
  private func bar(_ part: Int, of whole: Int, columns: Int) -> DisplayText {
    theme.glyphs.meter(whole > 0 ? Double(part) / Double(whole) : 0, columns: max(0, columns))
  }

  /// A number of reviews, which is not known before the ledger is read.
  private func reviewCount(_ number: Int) -> String {
    isReadingLedger ? "…" : NumberText.grouped(number)
  }

  func tierName(_ choice: Tier?) -> String { choice?.name ?? "all" }

  private func tierCount(_ choice: Tier?) -> Int {
    choice.map { tier in snapshot.tiers.first { $0.tier == tier }?.count ?? 0 }
      ?? snapshot.itemCount
  }

  private func tierSeen(_ choice: Tier?) -> Int {
    choice.map { counts[$0].judged } ?? counts.judged
  }

  private func tierRole(_ choice: Tier?) -> Role {
    choice?.role ?? .text
  }
}
