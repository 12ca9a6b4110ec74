import Predictions
import Reviewing

extension ReviewState {
  mutating func performMoving(_ action: Action) -> [Effect] {
    switch action {
    case .next: move(to: list.selection + 1)
    case .previous: move(to: list.selection - 1)
    case .first: move(to: 0)
    case .last: move(to: list.rows.count - 1)
    case .nextTier: return changeTier(by: 1)
    case .previousTier: return changeTier(by: -1)
    case .nextMatch: return walk(forward: true)
    case .previousMatch: return walk(forward: false)
    case .scrollDown: scroll(by: 1)
    case .scrollUp: scroll(by: -1)
    case .pageDown: scroll(by: max(1, textHeight - 1))
    case .pageUp: scroll(by: -max(1, textHeight - 1))
    case .halfPageDown: scroll(by: max(1, textHeight / 2))
    case .halfPageUp: scroll(by: -max(1, textHeight / 2))
    default: break
    }
    return []
  }

  /// Selects the row at `index`; at the ends of the list it stays.
  mutating func move(to index: Int) {
    hasMoved = true
    // Whoever moves on is not taken back to where the last sitting ended.
    wantedRow = nil
    if list.select(index) {
      showNewRow()
    } else if !list.isEmpty {
      notice = .information(index < 0 ? "the first prediction" : "the last prediction")
    }
  }

  /// Another row is on show: its shield is down, its text at the top, its first look begins.
  mutating func showNewRow() {
    scroll = 0
    shownAt = nil
    lowerShield()
  }

  /// Covers the text again, and forgets what was lifted.
  mutating func lowerShield() {
    shield.lower()
  }

  /// Scrolls the text; the drawing knows where it ends, so only the top is clamped here.
  private mutating func scroll(by lines: Int) {
    let last = max(0, selectedTextLineCount - textHeight)
    scroll = max(0, min(scroll + lines, last))
  }

  /// All tiers, then each in order, and round again.
  private mutating func changeTier(by step: Int) -> [Effect] {
    if refusesInDraw(.nextTier) { return [] }
    let choices = tierChoices
    guard choices.count > 1, let index = choices.firstIndex(of: tier) else { return [] }
    return show(tier: choices[(index + step + choices.count) % choices.count])
  }

  /// What `Tab` walks: everything, then the tiers that have predictions.
  var tierChoices: [Tier?] {
    [nil] + snapshot.tiers.filter { $0.count > 0 }.map(\.tier)
  }

  mutating func show(tier: Tier?, selecting row: Int? = nil) -> [Effect] {
    leaveDraw()
    self.tier = tier
    hasMoved = row != nil
    wantedRow = row
    list = PredictionList()
    return arrange()
  }

  /// The next match of a find, or without one the next prediction unreviewed by me.
  private mutating func walk(forward: Bool) -> [Effect] {
    hasMoved = true
    return find == nil ? walkUnreviewed(forward: forward) : walkMatches(forward: forward)
  }

  private mutating func walkUnreviewed(forward: Bool) -> [Effect] {
    guard let index = nextUnjudged(after: list.selection, forward: forward) else {
      notice = .information(
        forward ? "nothing unreviewed by you below" : "nothing unreviewed by you above")
      return []
    }
    move(to: index)
    return []
  }

  /// The nearest row, in list order, to which I gave no verdict; linear in those that I gave one.
  func nextUnjudged(after index: Int, forward: Bool = true) -> Int? {
    let step = forward ? 1 : -1
    return list.place(from: index + step, by: step) { !isJudgedByMe(row: $0) }
  }

  func isJudgedByMe(row: Int) -> Bool {
    book.isJudged(snapshot[row].digest, by: options.reviewer)
  }

  /// My verdict on the item of `row`.
  func myVerdict(onRow row: Int) -> Verdict? {
    myReview(onRow: row)?.review.verdict
  }

  /// My current review of the item of `row`, its comment left on disk.
  func myReview(onRow row: Int) -> CurrentReview? {
    book.reviews(of: snapshot[row].digest).first { $0.by == options.reviewer }
  }
}
