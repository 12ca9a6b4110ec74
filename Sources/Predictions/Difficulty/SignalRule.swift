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
    switch kind {
    case .difficulty: rateDifficulty(row)
    case .dynamics: rateDynamics(row)
    case .scores: rateScores(row)
    case .confidence: rateConfidence(row)
    case .judges: rateJudges(row)
    case .signs: rateSigns(signs)
    case .votes, .none: Rating()
    }
  }

  private func rateDifficulty(_ row: RowView) -> Rating {
    guard let word = row.text(.difficulty)?.trimmed, !DifficultyWord.isUnrated(word) else {
      return Rating()
    }
    let level = DifficultyWord.order(of: word)
    let name = DifficultyWord.tierName(word)
    return Rating(rank: .named(name), value: level.rank.isFinite ? level.rank : .nan)
  }

  private func rateDynamics(_ row: RowView) -> Rating {
    guard let variability = row.number(.variability), let confidence = row.number(.confidence),
      !variability.isNaN, !confidence.isNaN
    else { return Rating() }
    let rank: Rating.Rank =
      if variability >= easyCut { .ambiguous } else { confidence >= hardCut ? .easy : .hard }
    // A standard deviation of probabilities is at most one half.
    return Rating(rank: rank, value: confidence, uncertainty: min(1, variability * 2))
  }

  private func rateScores(_ row: RowView) -> Rating {
    guard let source = row.plan.parts.scores else { return Rating() }
    let top = TopScores(source, row)
    guard top.count > 0 else { return Rating() }
    let rank: Rating.Rank =
      if top.first >= easyCut {
        .easy
      } else {
        top.first + top.second >= hardCut ? .ambiguous : .hard
      }
    return Rating(rank: rank, value: top.first, uncertainty: 1 - (top.first - top.second))
  }

  private func rateConfidence(_ row: RowView) -> Rating {
    guard let confidence = row.confidence else { return Rating() }
    let rank: Rating.Rank =
      if confidence >= easyCut { .easy } else { confidence >= hardCut ? .ambiguous : .hard }
    return Rating(rank: rank, value: confidence, uncertainty: 1 - confidence)
  }

  private func rateJudges(_ row: RowView) -> Rating {
    let grades = row.grades
    guard !grades.isEmpty else { return Rating() }
    let mean = grades.reduce(0) { $0 + $1.share } / Double(grades.count)
    let isSplit = grades.contains(where: \.passes) && grades.contains { !$0.passes }
    let isAmbiguous = isSplit || grades.contains(where: \.isInMiddle)
    return Rating(
      rank: isAmbiguous ? .ambiguous : .easy,
      value: grades.reduce(0) { $0 + $1.value } / Double(grades.count),
      uncertainty: 1 - abs(2 * mean - 1))
  }

  private func rateSigns(_ signs: Signs) -> Rating {
    Rating(
      rank: signs.isEmpty ? .unrated : .ambiguous, value: Double(signs.count),
      uncertainty: min(1, Double(signs.count) / 3))
  }
}
