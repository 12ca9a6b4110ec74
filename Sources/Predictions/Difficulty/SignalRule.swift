/// How the rows of one file are rated: its signal, the cuts, and the words for the reason.
struct SignalRule: Sendable {
  let kind: SignalKind
  private let easyCut: Double
  private let hardCut: Double

  init(kind: SignalKind, cuts: TierCuts) {
    self.kind = kind
    easyCut = cuts.easy(under: kind)
    hardCut = cuts.hard(under: kind)
  }

  /// The row's rating; `signs` are those its texts show.
  func rate(_ row: RowView, signs: Signs) -> Rating {
    kind == .difficulty ? rateDifficulty(row) : Rating(code(row, signs: signs))
  }

  /// The same without the file's own words, of which ``DifficultyCodes`` knows.
  @inline(never)
  func code(_ row: RowView, signs: Signs) -> CodedRating {
    switch kind {
    case .confidence: code(confidence: row.confidence)
    case .dynamics: rateDynamics(row)
    case .scores: rateScores(row)
    case .judges: rateJudges(row)
    case .signs: rateSigns(signs)
    case .difficulty, .votes, .none: CodedRating()
    }
  }

  /// The same where the signal is the confidence, by far the most frequent one: no row is handed over.
  @inline(__always)
  func code(confidence: Double?) -> CodedRating {
    guard let confidence else { return CodedRating() }
    let tier: CodedRating.Code =
      if confidence >= easyCut { .easy } else { confidence >= hardCut ? .ambiguous : .hard }
    return CodedRating(tier: tier, value: confidence, uncertainty: 1 - confidence)
  }

  private func rateDifficulty(_ row: RowView) -> Rating {
    guard let word = row.text(.difficulty)?.trimmed, !DifficultyWord.isUnrated(word) else {
      return Rating()
    }
    let level = DifficultyWord.order(of: word)
    let name = DifficultyWord.tierName(word)
    return Rating(rank: .named(name), value: level.rank.isFinite ? level.rank : .nan)
  }

  private func rateDynamics(_ row: RowView) -> CodedRating {
    guard let variability = row.number(.variability), let confidence = row.number(.confidence),
      !variability.isNaN, !confidence.isNaN
    else { return CodedRating() }
    let tier: CodedRating.Code =
      if variability >= easyCut { .ambiguous } else { confidence >= hardCut ? .easy : .hard }
    // A standard deviation of probabilities is at most one half.
    return CodedRating(tier: tier, value: confidence, uncertainty: min(1, variability * 2))
  }

  private func rateScores(_ row: RowView) -> CodedRating {
    guard let source = row.plan.parts.scores else { return CodedRating() }
    let top = TopScores(source, row)
    guard top.count > 0 else { return CodedRating() }
    let tier: CodedRating.Code =
      if top.first >= easyCut {
        .easy
      } else {
        top.first + top.second >= hardCut ? .ambiguous : .hard
      }
    return CodedRating(tier: tier, value: top.first, uncertainty: 1 - (top.first - top.second))
  }

  private func rateJudges(_ row: RowView) -> CodedRating {
    let grades = row.grades
    guard !grades.isEmpty else { return CodedRating() }
    let mean = grades.reduce(0) { $0 + $1.share } / Double(grades.count)
    let isSplit = grades.contains(where: \.passes) && grades.contains { !$0.passes }
    let isAmbiguous = isSplit || grades.contains(where: \.isInMiddle)
    return CodedRating(
      tier: isAmbiguous ? .ambiguous : .easy,
      value: grades.reduce(0) { $0 + $1.value } / Double(grades.count),
      uncertainty: 1 - abs(2 * mean - 1))
  }

  private func rateSigns(_ signs: Signs) -> CodedRating {
    CodedRating(
      tier: signs.isEmpty ? .unrated : .ambiguous, value: Double(signs.count),
      uncertainty: min(1, Double(signs.count) / 3))
  }
}
