import Evaluation
import Predictions

extension ReviewState {
  /// Starts a find; an empty text ends the one under way.
  mutating func find(_ text: String) -> [Effect] {
    guard !text.isEmpty else { return endFind() }
    let id = (find?.id ?? 0) + 1
    find = FindState(text: text, id: id)
    hasMoved = true
    return [.cancelFind, .find(text, id: id)]
  }

  mutating func endFind() -> [Effect] {
    guard find != nil else { return [] }
    find = nil
    return [.cancelFind]
  }

  /// Takes matches as they come; the first one found at or after the selection is gone to.
  mutating func takeMatches(_ rows: [Int], id: Int, isComplete: Bool) -> [Effect] {
    guard find?.id == id else { return [] }
    let isFirst = find?.rows.isEmpty == true && !rows.isEmpty
    find?.rows = rows
    find?.isComplete = isComplete
    if isFirst, let selected = list.selectedRow, !rows.contains(selected) {
      return walkMatches(forward: true)
    }
    if isComplete, rows.isEmpty { notice = .information("no row holds “\(find?.text ?? "")”") }
    return []
  }

  /// The next match in the list's order; where the list holds none further, the next in the file.
  mutating func walkMatches(forward: Bool) -> [Effect] {
    guard let find, !find.rows.isEmpty else {
      notice = .information("no match so far")
      return []
    }
    let matches = Set(find.rows)
    let indices = list.rows.indices
    var index = list.selection + (forward ? 1 : -1)
    while indices.contains(index) {
      if matches.contains(list.rows[index]) {
        move(to: index)
        return []
      }
      index += forward ? 1 : -1
    }
    let inView = Set(list.rows)
    guard let elsewhere = find.rows.first(where: { !inView.contains($0) }), tier != nil else {
      notice = .information(forward ? "the last match" : "the first match")
      return []
    }
    notice = .information("the match lies in another tier")
    return show(tier: snapshot.tiers[snapshot[elsewhere].tier].tier, selecting: elsewhere)
  }

  /// Shows what passes `query` only, or everything again.
  mutating func setFilter(_ query: Query?) -> [Effect] {
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
    if filter != nil { return setFilter(nil) }
    return []
  }

  /// The prompt comes back with the name in it: once more replaces the file.
  mutating func askToReplace(_ path: String) {
    reopenExport(path, because: "exists: Enter again replaces it", replaces: path)
  }

  /// The prompt comes back with what was typed and what is wrong with it.
  mutating func reopenExport(_ path: String, because reason: String, replaces: String? = nil) {
    var prompt = LinePrompt.export(path)
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
