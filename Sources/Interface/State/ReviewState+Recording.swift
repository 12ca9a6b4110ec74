import Predictions
import Reviewing

extension ReviewState {
  /// My review with its comment, or an empty one: what the next judgement builds upon.
  func myWholeReview(of prediction: Prediction) -> Review {
    guard let current = book.review(of: prediction.contentDigest, by: options.reviewer) else {
      return Review()
    }
    var review = current.review
    if current.hasComment { review.comment = readComment(current) }
    return review
  }

  /// My review without its comment, which only the ledger's file has.
  private func review(of prediction: Prediction) -> Review? {
    book.review(of: prediction.contentDigest, by: options.reviewer)?.review
  }

  /// Appends `review` as the whole judgement of `prediction` and echoes it in `words`.
  mutating func record(
    _ review: Review, of prediction: Prediction, words: String, role: Role
  ) -> [Effect] {
    append(.review(review), of: prediction, words: words, role: role)
  }

  mutating func append(
    _ body: LedgerBody, of prediction: Prediction, words: String, role: Role
  ) -> [Effect] {
    // A view may have been open while the file went away.
    guard canBeJudged(prediction) else { return [] }
    tokens += 1
    if case .review = body { changingRow = prediction.row }
    var context = context(prediction)
    if case .pass = body, isCovered { context.covered = true }
    let draft = LedgerDraft(item: item(prediction), context: context, body: body)
    if blindness != .off, case .review(let review) = body, review.verdict != nil {
      rowsRevealed.insert(prediction.row)
    }
    let saying = SittingTally.Saying(body, before: review(of: prediction))
    undos.append(
      Undo(token: tokens, id: nil, row: prediction.row, saying: saying, words: words))
    echo = Echo(
      role: role, words: words, key: prediction.key,
      reveal: revealed(by: body, of: prediction), token: tokens, id: nil)
    return [.append(draft, token: tokens)]
  }

  mutating func noteAppended(_ token: Int, _ id: EventID) {
    if echo?.token == token { echo?.id = id }
    if let index = undos.lastIndex(where: { $0.token == token }) { undos[index].id = id }
  }

  /// Takes back the last judgement of this sitting and goes to where it was made.
  mutating func undo() -> [Effect] {
    guard let last = undos.popLast(), let id = last.id else {
      notice = .information("nothing to undo in this sitting")
      return []
    }
    tokens += 1
    changingRow = last.row
    echo = Echo(role: .dim, words: "undone: \(last.words)", token: tokens)
    lastVerdictAt = nil
    let prediction = prediction(ofRow: last.row)
    let draft = LedgerDraft(item: item(prediction), context: nil, body: .withdraw(of: id))
    return [.append(draft, token: tokens)] + go(to: last.row)
  }

  /// Selects `row`, in another tier or without the filter where the list does not hold it.
  mutating func go(to row: Int) -> [Effect] {
    hasMoved = true
    let before = list.selectedRow
    if list.selectRow(row) {
      if before != row { showNewRow() }
      return []
    }
    if drawView != nil {
      leaveDraw()
    } else if filter != nil {
      filter = nil
      notice = .information("the filter hid it: filter removed")
    }
    return show(tier: tier == nil ? nil : snapshot.tiers[snapshot[row].tier].tier, selecting: row)
  }

  private func item(_ prediction: Prediction) -> ReviewedItem {
    ReviewedItem(
      content: prediction.contentDigest, input: prediction.inputDigest, key: prediction.key,
      run: prediction.run, file: prediction.file)
  }

  private func context(_ prediction: Prediction) -> ReviewContext {
    let isBlind = blindness != .off
    let isAfter = isRevealed(prediction) || rowsRevealed.contains(prediction.row)
    let item = drawView?.open.item(row: prediction.row)
    return ReviewContext(
      automatic: prediction.automatic?.word, blind: isBlind ? true : nil,
      draw: item.flatMap { _ in drawView?.id },
      stratum: item.flatMap { drawView?.open.stratum(of: $0) }, position: item?.position,
      signal: prediction.signal, tier: prediction.tier.name,
      afterReveal: isBlind && isAfter ? true : nil)
  }

  /// What is hidden until one's own verdict is in; in a draw that is never nothing.
  var blindness: ReviewOptions.Blindness {
    // Also while a draw is being made, so that nothing shows in between.
    let isDrawing =
      drawView != nil || isSampling || (options.sampling.first != nil && !hasBegunDraw)
    return isDrawing && options.blindness == .off ? .on : options.blindness
  }

  /// Whether what blind review hides may be shown: always, or once my verdict is in.
  func isRevealed(_ prediction: Prediction) -> Bool {
    blindness == .off
      || book.review(of: prediction.contentDigest, by: options.reviewer)?.review.verdict != nil
  }

  private func revealed(by body: LedgerBody, of prediction: Prediction) -> String? {
    guard blindness != .off, case .review(let review) = body, review.verdict != nil else {
      return nil
    }
    return prediction.automatic.map { "automatic: \($0.word)" }
  }
}
