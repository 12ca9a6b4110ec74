import Predictions
import Screen

extension ReviewState {
  /// The selected row as an indented tree of keys and values; covered while the shield is down.
  var rawLines: [StyledLine] {
    guard let row = list.selectedRow else { return [] }
    guard !isCovered else {
      return wrapped(
        "covered · close this view, then \(keyMap.keyName(for: .lift)) lifts the cover", .covered)
    }
    let tree = RawTree(store.rawRow(at: row), columns: max(10, size.columns - 4))
    return tree.lines
  }
}
