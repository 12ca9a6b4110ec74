import Evaluation
import Predictions
import Screen

extension ReviewState {
  /// A key while `overlay` lies over the base.
  mutating func press(_ key: Key, in overlay: Overlay) -> [Effect] {
    switch overlay {
    case .prompt(let prompt): return press(key, in: prompt)
    case .editor(let editor): return press(key, in: editor)
    case .picker(let picker): return press(key, in: picker)
    case .help(let scroll): return pressScrolling(key, from: scroll) { .help(scroll: $0) }
    case .rawRow(let scroll): return pressScrolling(key, from: scroll) { .rawRow(scroll: $0) }
    case .reviews where keyMap.action(for: key) == .resolve: return perform(.resolve)
    case .reviews(let scroll): return pressScrolling(key, from: scroll) { .reviews(scroll: $0) }
    case .dashboard(let dashboard): return press(key, in: dashboard)
    case .exposureCard: return pressExposureCard(key)
    case .firstCard: return pressOpeningCard(key)
    case .confirmQuit, .unsavedQuit: return pressQuitQuestion(key, overlay)
    case .endCard: return pressEndCard(key)
    case .breakCard:
      overlays.removeLast()
      explainClosing(by: key)
      return []
    }
  }

  /// A verdict on what a card lies over is none; who gave one is told so.
  private mutating func explainClosing(by key: Key) {
    guard keyMap.action(for: key)?.isVerdict == true else { return }
    notice = .refusal("the card is closed: nothing recorded")
  }

  private mutating func pressScrolling(
    _ key: Key, from scroll: Int, _ overlay: (Int) -> Overlay
  ) -> [Effect] {
    let page = max(1, size.rows - 6)
    let target: Int
    switch (keyMap.action(for: key), key) {
    case (.next, _), (.scrollDown, _): target = scroll + 1
    case (.previous, _), (.scrollUp, _): target = scroll - 1
    case (.pageDown, _): target = scroll + page
    case (.pageUp, _): target = scroll - page
    case (.halfPageDown, _): target = scroll + page / 2
    case (.halfPageUp, _): target = scroll - page / 2
    case (.first, _): target = 0
    case (.last, _): target = .max
    case (.quit, _), (.back, _), (.help, _), (.rawRow, _), (.allReviews, _), (.open, _):
      overlays.removeLast()
      return []
    default:
      notice = .information("\(keyMap.keyName(for: .quit)) closes this view")
      return []
    }
    let last = overlays.last.map { scrollingCard($0).lastScroll(in: size) } ?? 0
    overlays[overlays.count - 1] = overlay(max(0, min(target, last)))
    return []
  }

  private mutating func pressOpeningCard(_ key: Key) -> [Effect] {
    overlays.removeLast()
    guard key == .character("s"), let exposure, exposure.covered > 0 else {
      explainClosing(by: key)
      return []
    }
    guard drawView == nil, !isSampling else {
      notice = .refusal(
        "a draw leaves nothing out: \(keyMap.keyName(for: .pass)) passes one to somebody else")
      return []
    }
    leavesOutShielded = true
    return arrange()
  }

  /// It may come up under somebody's fingers, so a key that means something still does it; the
  /// prediction below was not in sight, so no verdict counts yet.
  private mutating func pressExposureCard(_ key: Key) -> [Effect] {
    guard key != .character("s") else { return pressOpeningCard(key) }
    overlays.removeLast()
    shownAt = nil
    switch keyMap.action(for: key) {
    case nil, .open, .back, .quit, .pageDown: return []
    case .some(let action): return perform(action)
    }
  }

  private mutating func pressQuitQuestion(_ key: Key, _ overlay: Overlay) -> [Effect] {
    overlays.removeLast()
    if case .unsavedQuit = overlay, key == .character("r") { return [.retrySaving] }
    return keyMap.action(for: key) == .quit ? leave() : []
  }

  /// The end card is only a sign: a key that means something does it right away.
  private mutating func pressEndCard(_ key: Key) -> [Effect] {
    let action = keyMap.action(for: key)
    if action == .copyID, let view = drawView {
      notice = .information("five lines of Markdown copied, where the terminal allows it")
      return [.copy(summary(of: view))]
    }
    overlays.removeLast()
    guard let action else { return [] }
    switch action {
    case .open, .back: return []
    case .quit: return quit()
    default: return perform(action)
    }
  }

  mutating func paste(_ text: String) -> [Effect] {
    switch overlays.last {
    case .prompt(var prompt)?:
      prompt.buffer.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
      overlays[overlays.count - 1] = .prompt(prompt)
    case .editor(var editor)?:
      editor.buffer.insert(text)
      overlays[overlays.count - 1] = .editor(editor)
    default:
      notice = .information("pasting does nothing here")
    }
    return []
  }

  mutating func performReading(_ action: Action) -> [Effect] {
    switch action {
    case .open:
      isFullScreen.toggle()
      scroll = 0
    case .back: return goBack()
    case .difference: toggleDifference()
    case .rawRow: if list.selectedRow != nil { overlays.append(.rawRow(scroll: 0)) }
    case .allReviews: openReviews()
    case .resolve: openResolution()
    case .lift: lift()
    case .help: overlays.append(.help(scroll: 0))
    default: break
    }
    return []
  }

  private mutating func toggleDifference() {
    guard let prediction = selected, prediction.output != nil, prediction.target != nil else {
      notice = .refusal("no target to compare the output with")
      return
    }
    guard visibleTarget(prediction) != nil else {
      notice = .refusal("blind: the target is shown once your verdict is in")
      return
    }
    showsDifference.toggle()
    scroll = 0
  }

  private mutating func openReviews() {
    guard let prediction = selected else { return }
    guard isRevealed(prediction) else {
      notice = .refusal("blind: other people's reviews are shown once your verdict is in")
      return
    }
    overlays.append(.reviews(scroll: 0))
  }

  private mutating func lift() {
    guard let prediction = selected, isShielded(prediction) else {
      notice = .information("nothing is covered here")
      return
    }
    shield.raise(hasWords: !options.shieldWords.isEmpty)
    // The text can be looked at only from the next drawing on.
    shownAt = nil
  }

  /// Whether the selected prediction's text lies under the shield, lifted or not.
  func isShielded(_ prediction: Prediction) -> Bool { isShielded(row: prediction.row) }

  func isShielded(row: Int) -> Bool {
    let entry = snapshot[row]
    // As long as nobody knows what was flagged, everything may have been.
    return isReadingLedger || options.shieldsAll || entry.isShielded
      || book.isUpsetting(entry.digest)
  }
}
