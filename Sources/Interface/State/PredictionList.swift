import Predictions

/// The rows on show, in order, and which of them is selected.
///
/// The selection follows its row when the list grows or is arranged anew. A list of a million rows
/// is replaced whole; moving within it is constant, looking up a row at worst linear.
struct PredictionList: Sendable {
  /// Row numbers of the index, each the first of its item.
  private(set) var rows = RowList()
  private(set) var selection = 0
  /// The first row on the screen, kept so that nothing jumps while the selection moves.
  private(set) var top = 0

  var isEmpty: Bool { rows.isEmpty }
  var selectedRow: Int? { rows.indices.contains(selection) ? rows[selection] : nil }

  /// Replaces the rows; the selection is `place`, else about where it was.
  mutating func replace(with rows: RowList, selecting place: Int?) {
    self.rows = rows
    selection = place ?? min(selection, max(0, rows.count - 1))
    top = min(top, max(0, rows.count - 1))
  }

  mutating func append(contentsOf more: RowList) {
    rows.append(contentsOf: more)
  }

  /// The nearest place from `start` on whose row is wanted; linear in the places on the way.
  func place(from start: Int, by step: Int, where isWanted: (Int) -> Bool) -> Int? {
    var place = start
    while place >= 0, place < rows.count {
      if isWanted(rows[place]) { return place }
      place += step
    }
    return nil
  }

  /// Selects the row at `index`, clamped to the list; true where that is another row.
  @discardableResult
  mutating func select(_ index: Int) -> Bool {
    let clamped = max(0, min(index, rows.count - 1))
    defer { selection = clamped }
    return clamped != selection
  }

  /// Selects `row`; false where the list does not hold it.
  mutating func selectRow(_ row: Int) -> Bool {
    guard let index = rows.place(of: row) else { return false }
    selection = index
    return true
  }

  /// Scrolls as little as needed for the selection to lie within `height` rows.
  mutating func settle(height: Int) {
    guard height > 0 else { return }
    let margin = height > 4 ? 1 : 0
    if selection < top + margin { top = selection - margin }
    if selection >= top + height - margin { top = selection - height + 1 + margin }
    top = max(0, min(top, rows.count - height))
  }
}
