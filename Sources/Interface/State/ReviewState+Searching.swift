import Evaluation
import Predictions

extension ReviewState {
  /// Starts a find; an empty text ends the one under way.
  mutating func find(_ text: String) -> [Effect] {
    guard !text.isEmpty else { return endFind() }
    let id = (find?.id ?? 0) + 1
    find = FindState(text: text, id: id)
    hasMoved = true
    return [.cancelFind, .find(text, id: id, after: FoundRows())]
  }

  mutating func endFind() -> [Effect] {
    guard find != nil else { return [] }
    find = nil
    return [.cancelFind]
  }

  /// Takes matches as they come; the first one found at or after the selection is gone to.
  mutating func takeMatches(_ found: FoundRows, id: Int, isPaused: Bool) -> [Effect] {
    guard find?.id == id else { return [] }
    let isFirst = find?.found.isEmpty == true && !found.isEmpty
    find?.found = found
    find?.isLooking = !isPaused
    let effects = goOnFinding()
    defer { tellEnd(of: found) }
    if isFirst, let selected = list.selectedRow, !found.rows.contains(selected) {
      return effects + walkMatches(forward: true)
    }
    return effects
  }

  /// Says what a find that is over did not find, and where it could not look.
  private mutating func tellEnd(of found: FoundRows) {
    guard let find, find.isComplete else { return }
    switch (found.isEmpty, found.unread.words) {
    case (true, nil): notice = .information("no row holds “\(find.text)”")
    case (true, let unread?):
      notice = .refusal("no row that can be read holds “\(find.text)”; \(unread)")
    case (false, let unread?): notice = .refusal(unread)
    case (false, nil): break
    }
  }

  /// Has the rows searched that came since the find looked at the index.
  mutating func goOnFinding() -> [Effect] {
    guard let find, !find.isLooking else { return [] }
    if find.found.searched < snapshot.rowCount {
      self.find?.isLooking = true
      self.find?.isComplete = false
      return [.find(find.text, id: find.id, after: find.found)]
    }
    self.find?.isComplete = snapshot.isComplete
    return []
  }

  /// The next match in the list's order; where the list holds none further, the next in the file.
  ///
  /// Linear in the rows of the list up to the match, at about a nanosecond each.
  mutating func walkMatches(forward: Bool) -> [Effect] {
    guard let find, !find.found.isEmpty else {
      notice = .information("no match so far")
      return []
    }
    let step = forward ? 1 : -1
    let matches = find.found.rows
    if let index = list.place(from: list.selection + step, by: step, where: matches.contains) {
      move(to: index)
      return []
    }
    guard let tier, let elsewhere = find.found.first(outside: tier) else {
      notice = .information(forward ? "the last match" : "the first match")
      return []
    }
    notice = .information("the match lies in another tier")
    return show(tier: snapshot.tiers[snapshot[elsewhere].tier].tier, selecting: elsewhere)
  }

  /// Shows what passes `query` only, or everything again.
  mutating func setFilter(_ query: Query?) -> [Effect] {
    leaveDraw()
    filter = query
    hasMoved = true
    return arrange()
  }

  /// `Esc` on the base: ends the innermost of difference, full screen, find and filter.
  mutating func goBack() -> [Effect] {
    if showsDifference {
      showsDifference = false
      scroll = 0
      return []
    }
    if isFullScreen {
      isFullScreen = false
      scroll = 0
      return []
    }
    if find != nil { return endFind() }
    if drawView != nil {
      leaveDraw()
      notice = .information("draw left: \(keyMap.keyName(for: .draw)) continues it")
      return arrange()
    }
    if filter != nil { return setFilter(nil) }
    return []
  }

  /// The prompt comes back with the name in it: once more replaces the file.
  mutating func askToReplace(_ order: ExportOrder) {
    reopenExport(order, because: "exists: Enter again replaces it", replaces: order.path)
  }

  /// The prompt comes back with what was typed and what is wrong with it.
  mutating func reopenExport(
    _ order: ExportOrder, because reason: String, replaces: String? = nil
  ) {
    var prompt = LinePrompt.export(order)
    prompt.note = reason
    prompt.isMistake = true
    prompt.replaces = replaces
    overlays.append(.prompt(prompt))
  }

  mutating func noteExportCount(_ count: Int) {
    guard case .prompt(var prompt)? = overlays.last, prompt.purpose == .export else { return }
    prompt.note = "\(NumberText.count(count, "prediction")): what the list shows, with all reviews"
    overlays[overlays.count - 1] = .prompt(prompt)
  }
}
