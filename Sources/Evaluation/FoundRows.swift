import Predictions

/// What a find came to so far: the matching rows, and how far it looked.
package struct FoundRows: Hashable, Sendable {
  package private(set) var rows = RowSet()
  /// The rows before this one were looked at.
  package private(set) var searched = 0
  /// The first match in each tier, for going to one that the tier on show does not have.
  package private(set) var firstInTier: [Tier: Int] = [:]

  /// Rows among them that could not be read.
  package private(set) var unread = UnreadRows()

  package init() {}

  package var isEmpty: Bool { rows.isEmpty }
  package var count: Int { rows.count }

  /// Takes a match; they come in ascending order.
  mutating func add(_ row: Int, in tier: Tier) {
    rows.insert(row)
    if firstInTier[tier] == nil { firstInTier[tier] = row }
  }

  mutating func add(unread row: Int, of path: String) { unread.insert(row, of: path) }

  mutating func setSearched(upTo row: Int) { searched = max(searched, row) }

  /// The first match in another tier than the given one.
  package func first(outside tier: Tier) -> Int? {
    firstInTier.filter { $0.key != tier }.values.min()
  }
}
