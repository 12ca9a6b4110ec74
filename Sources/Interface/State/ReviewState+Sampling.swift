import Evaluation
import Predictions
import Reviewing

/// The draw on show and how far it is.
struct DrawView: Sendable {
  let open: OpenDraw
  var progress: DrawProgress

  /// The draw's name in the ledger.
  var id: String { open.event.draw.id }
  /// Everything that is this reviewer's to look at has a verdict of theirs.
  var isMineDone: Bool { progress.judgedByMe == progress.mine }
}

extension ReviewState {
  /// `S`: takes up the newest draw of the run or makes one; in a draw whose end is reached, goes on.
  mutating func startDraw() -> [Effect] {
    guard snapshot.isComplete else {
      notice = .refusal("the file is still being read: draw once it is")
      return []
    }
    guard let view = drawView else {
      return sample(
        DrawOrder(.next(options.sampling.size), where: filter?.text),
        overlap: options.sampling.overlap)
    }
    guard view.isMineDone || view.progress.isFinished else {
      notice = .information(
        "in a draw: \(NumberText.grouped(view.progress.judgedByMe)) of "
          + "\(NumberText.grouped(view.progress.mine)) judged · "
          + "\(keyMap.keyName(for: .back)) leaves it")
      return []
    }
    // Where only others have something left, it is taken over rather than waited for.
    let overlap = view.progress.isFinished ? options.sampling.overlap : nil
    return sample(
      DrawOrder(.next(options.sampling.size), where: view.open.event.draw.where), overlap: overlap)
  }

  /// Asks for the draw that the sitting begins with, once index and ledger are complete.
  mutating func beginWithDraw() -> [Effect] {
    guard snapshot.isComplete, !isReadingLedger, !hasBegunDraw, let order = options.sampling.first
    else { return [] }
    hasBegunDraw = true
    return sample(order, overlap: options.sampling.overlap)
  }

  private mutating func sample(_ order: DrawOrder, overlap: Double?) -> [Effect] {
    guard !isSampling else { return [] }
    isSampling = true
    notice = .information("drawing …")
    return [.sample(order, overlap: overlap)]
  }

  /// Lists the rows of a draw in its order and goes to the first one that waits for me.
  mutating func take(_ open: OpenDraw) -> [Effect] {
    isSampling = false
    let progress = open.progress(in: snapshot, book: book, reviewer: options.reviewer)
    drawView = DrawView(open: open, progress: progress)
    // Answers to what was asked before are about another list.
    arrangementID += 1
    (isArranging, tier, filter, wantedRow, isFullScreen) = (false, nil, nil, nil, false)
    hasMoved = true
    var rows = RowList()
    rows.append(packed: open.items.map { UInt32($0.ticket.row) })
    let place = open.firstOpen(in: book, for: options.reviewer)
    list = PredictionList()
    list.replace(with: rows, selecting: place ?? 0)
    showNewRow()
    notice = .information(words(for: open, progress))
    guard place == nil else { return [] }
    overlays.insert(.endCard, at: 0)
    return checkGuardrails()
  }

  /// Asks how the guardrails stand, for the end of a draw.
  mutating func checkGuardrails() -> [Effect] {
    guardrails = []
    guard drawView != nil, !options.guardrails.isEmpty else { return [] }
    return [.checkGuardrails(options.guardrails)]
  }

  private func words(for open: OpenDraw, _ progress: DrawProgress) -> String {
    let start =
      switch open.news {
      case .new: "a draw of \(NumberText.grouped(progress.planned)), recorded in the ledger"
      case .extended: "the draw is extended to \(NumberText.grouped(progress.planned))"
      case .known:
        "the draw continues: \(NumberText.grouped(progress.judged)) of "
          + "\(NumberText.grouped(progress.planned)) judged"
      }
    guard progress.takenOver > 0 else { return start }
    return start + " · \(NumberText.grouped(progress.takenOver)) of "
      + "\(NumberText.grouped(progress.mine)) were judged before: taken over"
  }

  /// What the draw says now that somebody judged; linear in its items.
  mutating func measureDraw() {
    guard let open = drawView?.open else { return }
    drawView?.progress = open.progress(in: snapshot, book: book, reviewer: options.reviewer)
  }

  /// The list is the run's again from the next arrangement on.
  mutating func leaveDraw() {
    guard drawView != nil else { return }
    drawView = nil
    list = PredictionList()
    hasMoved = false
    showNewRow()
  }

  /// Says why a key does nothing in a draw; true where it does nothing.
  mutating func refusesInDraw(_ action: Action) -> Bool {
    guard drawView != nil else { return false }
    let way = "\(keyMap.keyName(for: .back)) leaves the draw"
    switch action {
    case .sort:
      notice = .refusal(
        "no sorting in a draw: whatever is judged first has to be chosen by chance · \(way)")
    case .filter, .nextTier, .previousTier:
      notice = .refusal("a draw is gone through whole, tiers hidden · \(way)")
    case .export: notice = .refusal("an export is of the whole list · \(way)")
    default: return false
    }
    return true
  }
}
