import Evaluation
import Predictions
import Reviewing

extension ReviewState {
  /// The list that the screen asks for.
  var arrangement: Arrangement {
    Arrangement(
      tier: tierPlace, query: filter, sort: sort, leavesOutShielded: leavesOutShielded,
      avoided: options.avoided)
  }

  mutating func take(_ snapshot: IndexSnapshot) -> [Effect] {
    let wasComplete = self.snapshot.isComplete && rowsListed > 0
    noteInterruptions(of: snapshot)
    self.snapshot = snapshot
    counts.count(upTo: snapshot, book: book)
    if snapshot.isComplete, let missing = tier, tierPlace == nil {
      notice = .information("no prediction here is \(missing.name)")
      tier = nil
    }
    tellNews()
    askAboutExposure()
    guard !wasComplete else {
      growList()
      return []
    }
    if snapshot.isComplete {
      rowsListed = max(1, snapshot.rowCount)
      return arrange()
    }
    growList()
    return []
  }

  mutating func take(_ book: ReviewBook, _ saving: SavingStatus) -> [Effect] {
    let old = self.book
    self.book = book
    self.saving = saving
    defer { changingRow = nil }
    guard book.revision != old.revision else { return [] }
    if let row = changingRow, book.revision == old.revision + 1 {
      counts.recount(row: row, of: snapshot, from: old, to: book)
    } else {
      counts = ReviewCounts(reviewer: options.reviewer)
      counts.count(upTo: snapshot, book: book)
    }
    return []
  }

  /// Asks for the list anew; the old one stays until the answer comes.
  mutating func arrange() -> [Effect] {
    arrangementID += 1
    rowsArranged = snapshot.rowCount
    isArranging = true
    return [.arrange(arrangement, id: arrangementID)]
  }

  mutating func take(_ rows: [Int], arrangement id: Int) -> [Effect] {
    guard id == arrangementID else { return [] }
    isArranging = false
    let before = list.selectedRow
    let target = wantedRow.flatMap { resumedRow($0) } ?? (hasMoved ? before : nil)
    // Where the selected row is gone, the list is a new one and begins at its top.
    if target.map(rows.contains) != true { list = PredictionList() }
    list.replace(with: rows, selecting: target)
    listRows(after: rows)
    wantedRow = nil
    if list.selectedRow != before { showNewRow() }
    return []
  }

  /// While the index grows the list is in file order and grows only at its end.
  private mutating func growList() {
    guard filter == nil else { return }
    let isFirst = list.isEmpty
    let more = rows(from: rowsListed)
    rowsListed = snapshot.rowCount
    list.append(contentsOf: more)
    if isFirst, !more.isEmpty { showNewRow() }
  }

  /// What a followed file brought since the list was asked for, and the list does not have.
  private mutating func listRows(after rows: [Int]) {
    guard filter == nil, rowsArranged < snapshot.rowCount else { return }
    let known = Set(rows.filter { $0 >= rowsArranged })
    list.append(contentsOf: self.rows(from: rowsArranged).filter { !known.contains($0) })
    rowsListed = snapshot.rowCount
  }

  /// The rows on show from `first` on, in file order.
  private func rows(from first: Int) -> [Int] {
    let place = tierPlace
    return (first..<max(first, snapshot.rowCount)).filter { row in
      let entry = snapshot[row]
      guard entry.firstRow == row, tier == nil || entry.tier == place else { return false }
      return !leavesOutShielded || !entry.isShielded
    }
  }

  /// A stream that broke off is told once; the header keeps saying it.
  private mutating func noteInterruptions(of newer: IndexSnapshot) {
    let known = Set(snapshot.files.compactMap(\.interruption))
    let new = newer.files.compactMap(\.interruption).first { !known.contains($0) }
    if let new { notice = .refusal(new) }
  }

  /// The shown tier's place in the snapshot; places move when a growing file brings a new tier.
  private var tierPlace: Int? {
    tier.flatMap { tier in snapshot.tiers.firstIndex { $0.tier == tier } }
  }

  /// The row a resumed sitting stopped at, unless the file has another prediction there now.
  private mutating func resumedRow(_ row: Int) -> Int? {
    defer { resumedKey = nil }
    guard row < snapshot.rowCount else { return nil }
    guard let key = resumedKey else { return row }
    return store.prediction(at: row).key == key ? row : nil
  }

  /// Says once that a file is not the one that was opened the last time.
  private mutating func tellNews() {
    guard !hasToldNews, let first = snapshot.news.first else { return }
    hasToldNews = true
    let more = snapshot.news.count - 1
    notice = .information(more == 0 ? first : "\(first); \(more) more changed as well")
  }

  /// Before the first row: says how many are likely upsetting, once.
  private mutating func askAboutExposure() {
    guard exposure == nil, snapshot.isComplete, !options.shieldsAll else { return }
    let exposure = Exposure(book: book, snapshot: snapshot)
    self.exposure = exposure
    // The first card says it itself, so that no second card takes a key meant for the list.
    if case .firstCard? = overlays.first { return }
    guard exposure.covered > 0 else { return }
    if hasMoved || !undos.isEmpty {
      // Whoever has begun already is told without being interrupted.
      let count = NumberText.count(exposure.covered, "prediction")
      notice = .information("\(count) may be upsetting and stay covered until you lift the cover")
    } else {
      overlays.insert(.exposureCard, at: 0)
    }
  }
}
