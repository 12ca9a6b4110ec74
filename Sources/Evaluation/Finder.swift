import Predictions
import Reviewing
import Synchronization

/// Looks for a text in the decoded input, output, target and id of every item.
///
/// Rows are read from the disk in stretches, on all processors; those whose bytes cannot hold the
/// text are not looked at more closely.
package struct Finder: Sendable {
  private let pattern: TextPattern

  /// The text may hold `*`; case counts only where it has a capital.
  package init(_ text: String) {
    pattern = TextPattern(text)
  }

  /// What was found before and in the rows behind; nothing where it was cancelled.
  ///
  /// Reads every row once. `report` gets what was found so far, now and then, on any thread.
  package func found(
    after before: FoundRows = FoundRows(), in context: QueryContext,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (FoundRows) -> Void = { _ in }
  ) -> FoundRows? {
    let snapshot = context.snapshot
    let first = before.searched / IndexStretch.capacity
    let search = TextSearch(pattern, in: context.store, snapshot: snapshot)
    let found = Mutex(before)
    Workforce.run(
      pieces: max(0, snapshot.stretchCount - first), isCancelled: isCancelled,
      work: { piece in
        let stretch = snapshot.stretch(first + piece)
        var rows = stretch.items
        for place in 0..<max(0, min(before.searched - stretch.rows.lowerBound, stretch.count)) {
          rows[place] = false
        }
        return search.matches(rows, of: stretch, isCancelled: isCancelled)
      },
      take: { piece, rows in
        let stretch = snapshot.stretch(first + piece)
        let news = found.withLock { found -> FoundRows? in
          rows.unread.forEach { place in
            let row = stretch.rows.lowerBound + place
            found.add(unread: row, of: snapshot.files[snapshot.file(of: row)].path)
          }
          rows.found.forEach { place in
            let tier = snapshot.tiers[stretch.tier(place)].tier
            found.add(stretch.rows.lowerBound + place, in: tier)
          }
          found.setSearched(upTo: stretch.rows.upperBound)
          return rows.found.isEmpty ? nil : found
        }
        if let news { report(news) }
      })
    return isCancelled() ? nil : found.withLock { $0 }
  }
}
