import Predictions
import Reviewing

extension ReviewState {
  mutating func performJudging(_ action: Action) -> [Effect] {
    guard !layout.isTooSmall else {
      notice = .refusal("the screen was too small to show anything: nothing recorded")
      return []
    }
    switch action {
    case .undo: return undo()
    case .ok: return judge(.ok, moves: true)
    case .okStay: return judge(.ok, moves: false)
    case .wrong: return judge(.wrong, moves: true)
    case .wrongStay: return judge(.wrong, moves: false)
    case .unsure: return judge(.unsure, moves: true)
    case .unsureStay: return judge(.unsure, moves: false)
    default: break
    }
    guard let prediction = readableSelection() else { return [] }
    switch action {
    case .upsetting: return cycleUpsetting(prediction)
    case .upsettingDetails:
      let upsetting = myWholeReview(of: prediction).upsetting
      overlays.append(.picker(upsettingPicker(upsetting, row: prediction.row)))
    case .badTarget: return toggleBadTarget(prediction)
    case .label: return openLabel(prediction)
    case .tags:
      if isUncovered(prediction) { overlays.append(.picker(tagPicker(prediction))) }
    case .comment:
      let comment = myWholeReview(of: prediction).comment ?? ""
      overlays.append(.editor(.comment(comment, row: prediction.row)))
    case .pass: overlays.append(.picker(passPicker(row: prediction.row)))
    default:
      if let index = action.tagIndex { return toggleTag(at: index, prediction) }
    }
    return []
  }

  /// What is on show, if it can be judged. A row that cannot be read any more has no content that a
  /// review could be about.
  mutating func readableSelection() -> Prediction? {
    guard let prediction = selected else {
      notice = .refusal("no prediction is selected: nothing recorded")
      return nil
    }
    guard canBeJudged(prediction) else { return nil }
    // Whoever has begun with it stays with it when the list is arranged anew.
    hasMoved = true
    wantedRow = nil
    return prediction
  }

  /// Says why not where the row cannot be read.
  mutating func canBeJudged(_ prediction: Prediction) -> Bool {
    guard let error = prediction.readError else { return true }
    notice = .refusal("this row cannot be read, nothing recorded: \(error.words)")
    return false
  }

  /// Says that it cannot have been seen where the key came too soon after the first drawing.
  mutating func hasBeenSeen() -> Bool {
    if let shownAt, now - shownAt >= options.shortestLook { return true }
    notice = .refusal(
      isBehindView
        ? "the card is closed: nothing recorded" : "too fast: nothing recorded")
    return false
  }

  /// Says why not where the text is covered: of what nobody sees, nobody can say more than that it
  /// may upset.
  mutating func isUncovered(_ prediction: Prediction) -> Bool {
    if shield.lift > .covered || !isShielded(prediction) { return true }
    notice = .refusal(
      "covered: \(keyMap.keyName(for: .lift)) shows it, \(keyMap.keyName(for: .upsetting)) "
        + "flags it unseen, \(keyMap.keyName(for: .pass)) passes it to somebody else")
    return false
  }

  /// A verdict by one key. It counts only when the prediction could be seen.
  private mutating func judge(_ verdict: Verdict, moves: Bool) -> [Effect] {
    guard let prediction = readableSelection() else { return [] }
    guard hasBeenSeen() else { return [] }
    guard isUncovered(prediction) else { return [] }
    var review = myWholeReview(of: prediction)
    guard review.verdict != verdict else {
      notice = .information("already \(verdict.word)")
      return []
    }
    let isFirst = review.verdict == nil
    review.verdict = verdict
    var effects = record(
      review, of: prediction, words: "\(theme.glyphs.mark(of: verdict)) \(verdict.word)",
      role: verdict.role)
    lastVerdictAt = now
    pace.note(now)
    if moves { effects += moveOn(afterFirst: isFirst) }
    return effects
  }

  private mutating func moveOn(afterFirst isFirst: Bool) -> [Effect] {
    hasMoved = true
    let index = isFirst ? nextUnjudged(after: list.selection) : list.selection + 1
    if let index, index < list.rows.count {
      if list.select(index) { showNewRow() }
      return []
    }
    overlays.append(.endCard)
    return checkGuardrails()
  }

  private mutating func cycleUpsetting(_ prediction: Prediction) -> [Effect] {
    var review = myWholeReview(of: prediction)
    let categories = review.upsetting?.categories ?? []
    switch review.upsetting?.severity {
    case nil: review.upsetting = Upsetting(severity: 2, categories: categories)
    case 2: review.upsetting = Upsetting(severity: 3, categories: categories)
    case 3: review.upsetting = Upsetting(severity: 1, categories: categories)
    default: review.upsetting = nil
    }
    return recordUpsetting(review, of: prediction)
  }

  mutating func recordUpsetting(_ review: Review, of prediction: Prediction) -> [Effect] {
    if !isShielded(prediction) { shield.keepOpen() }
    let mark = theme.glyphs.mark(.upsetting)
    let words = review.upsetting.map { "\(mark) upsetting \($0.severity)" } ?? "not upsetting"
    return record(review, of: prediction, words: words, role: .upsetting)
  }

  private mutating func toggleBadTarget(_ prediction: Prediction) -> [Effect] {
    guard prediction.target != nil else {
      notice = .refusal("this prediction has no target: nothing recorded")
      return []
    }
    guard isUncovered(prediction) else { return [] }
    var review = myWholeReview(of: prediction)
    review.badTarget.toggle()
    let words =
      review.badTarget ? "\(theme.glyphs.mark(.badTarget)) bad target" : "target is good after all"
    return record(review, of: prediction, words: words, role: .badTarget)
  }

  private mutating func toggleTag(at index: Int, _ prediction: Prediction) -> [Effect] {
    let known = knownTags
    guard known.indices.contains(index) else {
      notice = .refusal(
        "there is no tag \(index + 1): \(keyMap.keyName(for: .tags)) lists and adds tags")
      return []
    }
    return isUncovered(prediction) ? toggle(tag: known[index], of: prediction) : []
  }

  mutating func toggle(tag: String, of prediction: Prediction) -> [Effect] {
    var review = myWholeReview(of: prediction)
    let had = review.tags.contains(tag)
    if had { review.tags.removeAll { $0 == tag } } else { review.tags.append(tag) }
    return record(
      review, of: prediction, words: had ? "tag \(tag) removed" : "tag \(tag)", role: .accent)
  }

  /// The team's tags, then those that came up while reviewing.
  var knownTags: [String] {
    let ours = Set(options.tags)
    return options.tags + book.tags.map(\.name).filter { !ours.contains($0) }
  }
}
