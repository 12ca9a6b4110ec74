import Evaluation
import Predictions
import Reviewing
import Screen

extension ReviewState {
  /// Takes one event and says what is to be done about it.
  package mutating func update(_ event: Event) -> [Effect] {
    let effects = take(event)
    list.settle(height: layout.listHeight)
    return effects
  }

  private mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key, let time): return press(key, at: time)
    case .pasted(let text): return paste(text)
    case .resized(let size):
      self.size = size
      // Nothing is in sight there, and what comes back has to be looked at anew.
      if layout.isTooSmall { shownAt = nil }
      return []
    case .drawn(let time):
      if shownAt == nil, isInSight { shownAt = time }
      return []
    case .tick(let time): return tick(time)
    case .indexed(let snapshot): return take(snapshot)
    case .ledger(let book, let saving): return take(book, saving)
    case .appended(let token, let id):
      noteAppended(token, id)
      return []
    case .arranged(let id, let rows, let range): return take(rows, of: range, arrangement: id)
    case .arrangementFailed(let id, let reason):
      guard id == arrangementID else { return [] }
      isArranging = false
      let effects = filter == nil ? [] : setFilter(nil)
      notice = .refusal("filter removed: \(reason)")
      return effects
    case .found(let id, let rows, let isPaused):
      return takeMatches(rows, id: id, isPaused: isPaused)
    case .reviewsCounted(let counts): return take(counts)
    case .sampled(let open): return take(open)
    case .samplingFailed(let reason):
      isSampling = false
      notice = .refusal("no draw: \(reason)")
      return []
    case .guardrailsChecked(let findings):
      guardrails = findings
      return []
    case .evaluated(let standing): return take(standing)
    case .dueMeasured(let report): return take(report)
    case .exposureMeasured(let exposure):
      askAbout(exposure)
      return []
    case .labels(let labels):
      takeLabels(labels)
      return []
    case .exportCounted(let count):
      noteExportCount(count)
      return []
    case .exported(let path, let count, let redacted):
      let words = "\(NumberText.count(count, "prediction")) exported to \(path)"
      notice = .information(redacted.map { "\(words) · \($0)" } ?? words)
      return []
    case .exportExists(let order):
      askToReplace(order)
      return []
    case .exportRefused(let order, let reason):
      reopenExport(order, because: reason)
      return []
    case .exportFailed(let reason), .notice(let reason):
      notice = .refusal(reason)
      return []
    }
  }

  /// What is pasted elsewhere is obeyed there: a line break in a shell runs what stands before it.
  private mutating func copy(_ key: String) -> [Effect] {
    let isObeyed = key.unicodeScalars.contains { scalar in
      scalar == "\n" || scalar == "\t" || HiddenText.matches(scalar)
    }
    guard !isObeyed else {
      notice = .refusal(
        "the id has characters that are not seen and that a paste would obey: not copied")
      return []
    }
    notice = .information("\(key) copied, where the terminal allows it")
    return [.copy(key)]
  }

  /// Whether the prediction can be seen: there is room for it, and no view lies over it.
  private var isInSight: Bool {
    !layout.isTooSmall && overlays.last?.hidesPrediction != true
  }

  private mutating func press(_ key: Key, at time: Int) -> [Effect] {
    now = max(now, time)
    shield.begin(at: now)
    if now - lastKey > Shield.pause { lowerShield() }
    lastKey = now
    notice = nil
    isBehindView = overlays.last?.hidesPrediction == true
    if let overlay = overlays.last { return press(key, in: overlay) }
    guard let action = keyMap.action(for: key) else {
      notice = .information(
        "\(key.name) does nothing here · \(keyMap.keyName(for: .help)) lists the keys")
      return []
    }
    return perform(action)
  }

  /// Does what `action` names, on the base of the screen.
  mutating func perform(_ action: Action) -> [Effect] {
    if isReadingLedger, action.needsLedger {
      notice = .refusal("the ledger is still being read: press again once it is")
      return []
    }
    switch action {
    case .ok, .okStay, .wrong, .wrongStay, .unsure, .unsureStay, .upsetting, .upsettingDetails,
      .badTarget, .label, .tags, .tag1, .tag2, .tag3, .tag4, .tag5, .tag6, .tag7, .tag8, .tag9,
      .comment, .undo, .pass:
      return performJudging(action)
    case .next, .previous, .first, .last, .nextTier, .previousTier, .nextMatch, .previousMatch,
      .scrollDown, .scrollUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      return performMoving(action)
    case .open, .back, .difference, .rawRow, .allReviews, .resolve, .lift, .help:
      return performReading(action)
    case .find, .filter, .sort, .draw, .dashboard, .copyID, .export, .redraw, .quit:
      return performWorking(action)
    }
  }

  private mutating func tick(_ time: Int) -> [Effect] {
    now = max(now, time)
    shield.begin(at: now)
    if now - lastKey > Shield.pause { lowerShield() }
    if overlays.isEmpty, shield.suggestsBreak(now: now, options: options) {
      overlays.append(.breakCard)
    }
    return []
  }

  private mutating func performWorking(_ action: Action) -> [Effect] {
    if refusesInDraw(action) { return [] }
    switch action {
    case .draw: return startDraw()
    case .find: overlays.append(.prompt(.find(find?.text ?? "")))
    case .filter: overlays.append(.prompt(.filter(filter?.text ?? "")))
    case .sort: overlays.append(.picker(sortPicker))
    case .dashboard: return openDashboard()
    case .copyID:
      guard let prediction = selected else { return [] }
      return copy(prediction.key)
    case .export:
      guard snapshot.isComplete else {
        notice = .refusal("the file is still being read: export once it is")
        return []
      }
      overlays.append(.prompt(.export(ExportOrder(path: "export.jsonl"))))
      return [.countExport(arrangement)]
    case .redraw: return [.redraw]
    case .quit: return quit()
    default: break
    }
    return []
  }

  /// `q`: closes the innermost view; at the base it leaves, once nothing can be lost by it.
  mutating func quit() -> [Effect] {
    if isFullScreen || showsDifference {
      isFullScreen = false
      showsDifference = false
      scroll = 0
      return []
    }
    // What a rescue file has is not lost; leaving says where it is.
    if case .unsaved(_, _, nil) = saving {
      overlays.append(.unsavedQuit)
      return []
    }
    if let verdictAt = lastVerdictAt, now - verdictAt < 1_000 {
      overlays.append(.confirmQuit)
      return []
    }
    return leave()
  }

  mutating func leave() -> [Effect] {
    (place.map { [.remember($0)] } ?? []) + [.quit]
  }
}
