import Predictions
import Reviewing
import Statistics

/// The items of a run that may enter an estimate: the finished parts of its draws, each item once.
///
/// Within a tier they are a random sample of the tier's items, whatever draws they come from: draws
/// with strata take them by tier, those without by chance of all.
package struct RunSample: Sendable {
  package struct Item: Sendable {
    package let row: Int
    package let tier: Int
    package let result: RunCells.Result
    /// The automatic grade, where the result is one.
    package let score: Double?
    /// The probability that the model gave its output; NaN where the file does not say.
    package let confidence: Double
    package let segments: SegmentCodes
    package let value: ItemValue
  }

  /// Those that reviewers are done with; not all of them have a verdict.
  package let items: [Item]
  /// Of each tier, items that a draw planned and that are not among ``items``.
  package let missing: [Int]
  /// Some draw took its items by tier, so tiers are not drawn alike.
  package let isStratified: Bool

  /// The items of these draws, all over the whole run or over the same part of it.
  ///
  /// - Parameters:
  ///   - moment: only what was said since then counts. Draws of which nobody judged anything since
  ///     are over, finished or not, and miss nothing.
  ///   - rows: items whose first row is not among these are left out.
  package init(
    _ standings: [DrawStanding], in snapshot: IndexSnapshot, book: ReviewBook,
    since moment: Timestamp? = nil, of rows: RowSet? = nil
  ) {
    let standings =
      moment.map { moment in standings.filter { $0.isAlive(since: moment, book) } }
      ?? standings
    let isWanted = { (row: Int) in rows?.contains(row) ?? true }
    var seen: Set<Int> = []
    var items: [Item] = []
    for stratum in standings.flatMap(\.strata) {
      for ticket in stratum.tickets.prefix(stratum.finished)
      where isWanted(ticket.row) && seen.insert(ticket.row).inserted {
        guard let value = book.drawnValue(of: ticket.content, since: moment), value.isSettled
        else { continue }
        items.append(Item(snapshot[ticket.row], row: ticket.row, value))
      }
    }
    var missing = Array(repeating: 0, count: snapshot.tiers.count)
    for stratum in standings.flatMap(\.strata) {
      for ticket in stratum.tickets.dropFirst(stratum.finished)
      where isWanted(ticket.row) && seen.insert(ticket.row).inserted {
        missing[snapshot[ticket.row].tier] += 1
      }
    }
    self.items = items
    self.missing = missing
    isStratified = standings.contains { !$0.isWhole }
  }

  /// Of known items.
  init(items: [Item], missing: [Int], isStratified: Bool) {
    self.items = items
    self.missing = missing
    self.isStratified = isStratified
  }

  package var isEmpty: Bool { items.isEmpty }
  /// Some draw is unfinished.
  package var isSoFar: Bool { missing.contains { $0 > 0 } }

  /// What was found in the items that are wanted, by tier.
  package func judged(tiers: Int, where isWanted: (Item) -> Bool = { _ in true }) -> [JudgedItems] {
    items.reduce(into: Array(repeating: JudgedItems(), count: tiers)) { found, item in
      if isWanted(item) { found[item.tier].add(item.value) }
    }
  }
}

extension DrawStanding {
  /// Somebody judged one of its items since a moment.
  fileprivate func isAlive(since moment: Timestamp, _ book: ReviewBook) -> Bool {
    strata.contains { stratum in
      stratum.tickets.contains { book.value(of: $0.content, since: moment)?.isJudged ?? false }
    }
  }
}

extension RunSample.Item {
  init(_ entry: RowEntry, row: Int, _ value: ItemValue) {
    self.row = row
    tier = entry.tier
    result = RunCells.Result(entry.automatic)
    score = if case .score(let score)? = entry.automatic { score } else { nil }
    confidence = entry.confidence.written
    segments = entry.segments
    self.value = value
  }
}
