import Predictions
import Reviewing
import Screen

extension ReviewState {
  /// My verdict and flags, or somebody else's under their name where nothing is blind.
  func append(
    marks prediction: Prediction, _ entry: RowEntry, to line: inout StyledLine, columns: Int
  ) {
    let start = line.width
    let reviews = book.reviews(of: entry.digest).filter { $0.review.showsInList }
    let mine = reviews.first { $0.by == options.reviewer }
    let others = isRevealed(prediction) ? reviews : []
    // There is room for one: my verdict, else somebody's, else what was flagged without one.
    let shown =
      mine?.review.verdict != nil
      ? mine : others.first { $0.review.verdict != nil } ?? mine ?? others.first
    if let shown {
      let isMine = shown.by == options.reviewer && shown.review.verdict != nil
      // Any flag shows beside somebody else's verdict; beside mine it would look like mine.
      let flagging = isMine ? [shown] : others + (mine.map { [$0] } ?? [])
      append(shown, flags: flagging.map(\.review), to: &line, columns: columns)
    } else if entry.isDamaged {
      line.append(columns > 6 ? "damaged" : "dmg", .wrong)
    }
    let used = line.width - start
    line.append(.blanks(max(1, columns - used)), .dim)
  }

  private func append(
    _ shown: CurrentReview, flags: [Review], to line: inout StyledLine, columns: Int
  ) {
    let start = line.width
    let isMine = shown.by == options.reviewer
    let verdict = shown.review.verdict
    // A narrow column has room for three marks side by side and a gap.
    let gap: DisplayText = columns > 6 ? " " : ""
    line.append(
      (verdict.map { theme.glyphs.mark(of: $0) } ?? " ") + gap,
      isMine ? verdict?.role ?? .dim : .dim)
    if flags.contains(where: { $0.upsetting != nil }) {
      line.append(theme.glyphs.mark(.upsetting), .upsetting)
    }
    if flags.contains(where: \.badTarget) {
      line.append(theme.glyphs.mark(.badTarget), .badTarget)
    }
    guard columns > 6 else { return }
    let space = line.width - start > 2 ? " " : ""
    let room = max(0, columns - 1 - (line.width - start))
    if !isMine {
      // Somebody else's verdict goes by their name, so that nobody takes it for their own.
      line.append(DisplayText("\(space)\(shown.by)", maximumColumns: room), .dim)
    } else if let verdict {
      let word = Self.listWords(for: verdict).map { DisplayText("\(space)\($0)") }
        .first { $0.width <= room }
      if let word { line.append(word, verdict.role) }
    }
  }

  /// What a verdict is called in the list, longest first: the marks' column has little room.
  private static func listWords(for verdict: Verdict) -> [String] {
    verdict == .unsure ? [verdict.word, "unsure"] : [verdict.word]
  }
}

extension Review {
  /// It holds something that a row of the list has a mark for.
  fileprivate var showsInList: Bool { verdict != nil || upsetting != nil || badTarget }
}
