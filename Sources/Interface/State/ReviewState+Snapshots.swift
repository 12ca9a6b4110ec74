import Evaluation
import Predictions
import Reviewing

extension ReviewState {
  /// The list that the screen asks for: in file order while it grows.
  var arrangement: Arrangement {
    Arrangement(
      tier: tierPlace, query: filter, sort: snapshot.isComplete ? sort : .file,
      leavesOutShielded: leavesOutShielded, avoided: options.avoided)
  }

  mutating func take(_ snapshot: IndexSnapshot) -> [Effect] {
    noteInterruptions(of: snapshot)
    self.snapshot = snapshot
    var effects = countReviews() + goOnFinding() + evaluate() + measureDue()
    if snapshot.isComplete, let missing = tier, tierPlace == nil {
      notice = .information("no prediction here is \(missing.name)")
      tier = nil
    }
    tellNews()
    effects += askForExposure()
    effects += beginWithDraw()
    let isToBeOrdered = snapshot.isComplete && !isOrdered
    return effects + (isToBeOrdered ? arrange() : growList())
  }

  mutating func take(_ book: ReviewBook, _ saving: SavingStatus) -> [Effect] {
    let old = self.book
    self.book = book
    self.saving = saving
    defer { changingRow = nil }
    guard !isReadingLedger else { return takeFirstBook() }
    if book.revision != old.revision { measureDraw() }
    guard book.revision != old.revision else { return evaluate() }
    let effects = evaluate() + measureDue()
    if let row = changingRow, book.revision == old.revision + 1 {
      counts.recount(row: row, of: snapshot, from: old, to: book)
      return effects
    }
    return effects + countReviews()
  }

  /// The ledger is read: what was covered until now may be seen, and what was asked without it is
  /// asked again.
  private mutating func takeFirstBook() -> [Effect] {
    isReadingLedger = false
    // A text that comes into sight only now can be judged only from its drawing on.
    shownAt = nil
    let effects = evaluate() + measureDue() + countReviews() + askForExposure() + beginWithDraw()
    return isArrangedByReviews ? effects + arrange() : effects
  }

  /// What reviews say may decide which rows the list has, or their order.
  private var isArrangedByReviews: Bool {
    filter != nil || leavesOutShielded || !options.avoided.isEmpty || sort == .disagreement
  }

  private mutating func askForExposure() -> [Effect] {
    guard snapshot.isComplete, !isReadingLedger, !hasAskedForExposure, !options.shieldsAll else {
      return []
    }
    hasAskedForExposure = true
    return [.measureExposure]
  }

  /// Counts the reviews of rows that came, or all of them where the book changed.
  ///
  /// In the background where there are many rows; the counts on show stay until the answer comes.
  private mutating func countReviews() -> [Effect] {
    guard !isCountingReviews else { return [] }
    let isNew = counts.revision != book.revision
    let missing = snapshot.rowCount - (isNew ? 0 : counts.rowsCounted)
    guard missing > 0 || isNew else { return [] }
    if missing <= Self.fewRows || book.isEmpty {
      counts.count(upTo: snapshot, book: book)
      return []
    }
    isCountingReviews = true
    return [.countReviews(counts)]
  }

  /// As many rows are gone through between a key and the screen.
  private static let fewRows = 10_000

  mutating func take(_ counts: ReviewCounts) -> [Effect] {
    isCountingReviews = false
    // What was judged meanwhile is missing there; it is counted again rather than wrongly.
    if counts.revision == book.revision { self.counts = counts }
    return countReviews()
  }

  /// Asks for the list anew; the old one stays until the answer comes.
  ///
  /// A draw has its own list and keeps it.
  mutating func arrange() -> [Effect] {
    isOrdered = snapshot.isComplete
    guard drawView == nil else { return [] }
    arrangementID += 1
    isArranging = true
    return [.arrange(arrangement, id: arrangementID, from: 0)]
  }

  mutating func take(_ rows: RowList, of range: Range<Int>, arrangement id: Int) -> [Effect] {
    guard id == arrangementID else { return [] }
    isArranging = false
    rowsListed = range.upperBound
    let before = list.selectedRow
    if range.lowerBound > 0 {
      list.append(contentsOf: rows)
    } else {
      let target = wantedRow.flatMap { resumedRow($0) } ?? (hasMoved ? before : nil)
      // Where the selected row is gone, the list is a new one and begins at its top.
      let place = target.flatMap(rows.place(of:))
      if place == nil { list = PredictionList() }
      list.replace(with: rows, selecting: place)
      let isFinal = !isReadingLedger || !isArrangedByReviews
      if isFinal, isOrdered || place != nil { wantedRow = nil }
    }
    if list.selectedRow != before { showNewRow() }
    return growList()
  }

  /// Asks for the rows that the list does not have yet: while the index grows, and when a followed
  /// file brings more, they come at its end in file order.
  private mutating func growList() -> [Effect] {
    guard drawView == nil, !isArranging, rowsListed < snapshot.rowCount else { return [] }
    isArranging = true
    var arrangement = arrangement
    arrangement.sort = .file
    return [.arrange(arrangement, id: arrangementID, from: rowsListed)]
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
    // Whatever the place was read from, others can write as well.
    guard (0..<snapshot.rowCount).contains(row) else { return nil }
    guard let key = resumedKey else { return row }
    return store.excerpt(at: row).key == key ? row : nil
  }

  /// Says once that a file is not the one that was opened the last time.
  private mutating func tellNews() {
    guard !hasToldNews, let first = snapshot.news.first else { return }
    hasToldNews = true
    let more = snapshot.news.count - 1
    notice = .information(more == 0 ? first : "\(first); \(more) more changed as well")
  }

  /// Before the first row: says how many are likely upsetting, once.
  mutating func askAbout(_ exposure: Exposure) {
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
