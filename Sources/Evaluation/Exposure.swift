import Predictions
import Reviewing

/// How much of an index is likely upsetting, said before the first row is shown.
package struct Exposure: Hashable, Sendable {
  /// Items that the file, the team's words or somebody's flag cover.
  package private(set) var covered = 0
  /// Of those, how many were flagged with each category, most first.
  package private(set) var categories: [NameUse] = []

  /// Counts over all rows of `snapshot`; linear in them.
  package init(book: ReviewBook, snapshot: IndexSnapshot) {
    var uses: [String: Int] = [:]
    let sieve = book.sieve
    for number in 0..<snapshot.stretchCount {
      let stretch = snapshot.stretch(number)
      let shielded = stretch.shielded
      var rows = stretch.rows(passing: sieve)
      rows.formUnion(shielded)
      rows.intersection(stretch.items).forEach { place in
        let flag = book.upsetting(stretch.digest(place))
        guard shielded[place] || flag != nil else { return }
        covered += 1
        for category in flag?.categories ?? [] { uses[category, default: 0] += 1 }
      }
    }
    categories = uses.map { NameUse(name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
