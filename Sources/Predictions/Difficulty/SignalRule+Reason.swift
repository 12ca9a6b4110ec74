extension SignalRule {
  /// What decided the row's tier, in words; nothing where the signal does not tell.
  func reason(_ row: RowView, signs: Signs) -> String? {
    switch kind {
    case .difficulty:
      guard let word = row.text(.difficulty)?.trimmed, !DifficultyWord.isUnrated(word) else {
        return nil
      }
      return "\(row.plan.parts.fields[.difficulty]?.first?.path ?? "difficulty") \(word)"
    case .dynamics:
      guard let variability = row.number(.variability), let confidence = row.number(.confidence)
      else { return nil }
      return "variability \(ShortNumber.probability(variability)), "
        + "confidence \(ShortNumber.probability(confidence))"
    case .scores: return scoresReason(row)
    case .confidence:
      return row.confidence.map { "confidence \(ShortNumber.probability($0))" }
    case .judges: return judgesReason(row)
    case .signs: return signs.isEmpty ? nil : "~ " + signs.words.joined(separator: ", ")
    case .votes, .none: return nil
    }
  }

  private func scoresReason(_ row: RowView) -> String? {
    guard let source = row.plan.parts.scores else { return nil }
    let scores = ScoreReader.scores(source, of: row.tape, in: row.bytes)
      .filter { !$0.probability.isNaN }
      .sorted { $0.probability > $1.probability }
    let words = scores.prefix(3).map { "\($0.label) \(ShortNumber.probability($0.probability))" }
    switch rate(row, signs: []).rank {
    case .easy: return words.first
    case .ambiguous:
      return words.count > 1 ? "between \(words[0]) and \(words[1])" : words.first
    case .hard where words.count > 1:
      return "spread over " + words.dropLast().joined(separator: ", ") + " and "
        + words[words.count - 1]
    default: return words.first
    }
  }

  private func judgesReason(_ row: RowView) -> String? {
    let grades = row.grades
    guard !grades.isEmpty else { return nil }
    let words = grades.prefix(4).map { "\($0.name) \(ShortNumber.text($0.value))" }
      .joined(separator: ", ")
    if grades.contains(where: \.passes), grades.contains(where: { !$0.passes }) {
      return "judges split: \(words)"
    }
    if grades.contains(where: \.isInMiddle) { return "in the middle: \(words)" }
    return "judges agree: \(words)"
  }
}
