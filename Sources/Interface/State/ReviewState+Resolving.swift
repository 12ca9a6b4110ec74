import Predictions
import Reviewing

/// Settling a disagreement for the team.
extension ReviewState {
  /// Offers the verdicts, each with who gave it; says why not where there is nothing to settle.
  mutating func openResolution() {
    guard !layout.isTooSmall, let prediction = readableSelection() else { return }
    guard isRevealed(prediction) else {
      notice = .refusal("blind: other people's reviews are shown once your verdict is in")
      return
    }
    guard isOpenToSettle(prediction) else { return }
    let reviews = book.reviews(of: prediction.contentDigest)
    let settled = book.resolution(of: prediction.contentDigest.prefix)?.review.verdict
    guard Set(reviews.compactMap(\.review.verdict)).count > 1 || settled != nil else {
      notice = .information("nothing to settle: nobody disagrees about a verdict")
      return
    }
    guard hasBeenSeen() else { return }
    let choices = Verdict.allCases.map { verdict in
      let names = reviews.filter { $0.review.verdict == verdict }.map(\.by).sorted()
      return Picker.Choice(
        value: verdict.word, note: names.joined(separator: ", "), isOn: verdict == settled)
    }
    overlays.append(
      .picker(
        Picker(purpose: .resolve, title: "settle as", choices: choices, row: prediction.row)))
  }

  /// Says why not where the text is covered.
  private mutating func isOpenToSettle(_ prediction: Prediction) -> Bool {
    if shield.lift > .covered || !isShielded(prediction) { return true }
    notice = .refusal("covered: \(keyMap.keyName(for: .lift)) shows what is to be settled")
    return false
  }

  /// Records the verdict that holds for the team, with every flag that anybody gave: what upset
  /// somebody is not settled by a verdict.
  mutating func resolve(_ word: String, _ prediction: Prediction) -> [Effect] {
    guard let verdict = Verdict.allCases.first(where: { $0.word == word }),
      isOpenToSettle(prediction)
    else { return [] }
    let content = prediction.contentDigest.prefix
    guard book.resolution(of: content)?.review.verdict != verdict else {
      notice = .information("already settled: \(verdict.word)")
      return []
    }
    let reviews = book.reviews(of: prediction.contentDigest).map(\.review)
    let settled = Review(
      verdict: verdict, upsetting: book.upsetting(content),
      badTarget: reviews.contains(where: \.badTarget), tags: Set(reviews.flatMap(\.tags)).sorted())
    return append(
      .resolve(settled), of: prediction,
      words: "settled: \(theme.glyphs.mark(of: verdict)) \(verdict.word)", role: verdict.role)
  }
}
