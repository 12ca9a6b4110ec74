import Screen

/// Where the parts of the review screen lie at a size. Parts fold away when it is narrow or low.
struct Layout: Hashable, Sendable {
  /// Below this nothing sensible fits, and the screen says so.
  static let smallest = Size(columns: 40, rows: 12)
  private static let tierPaneColumns = 25
  private static let columnsForTierPane = 92

  let size: Size
  /// The tiers as a pane of their own.
  let tierPane: Rect?
  /// The tiers as one line, where there is no room for the pane.
  let tierLine: Int?
  /// The list with its border; absent in full screen.
  let list: Rect?
  /// The prediction with its border.
  let text: Rect

  init(size: Size, isFullScreen: Bool) {
    self.size = size
    let hasPane = size.columns >= Self.columnsForTierPane && !isFullScreen
    let hasLine = !hasPane && size.rows >= 16 && !isFullScreen
    let top = hasLine ? 2 : 1
    let bottom = size.rows - 1
    let left = hasPane ? Self.tierPaneColumns : 0
    let columns = size.columns - left
    let listRows = isFullScreen ? 0 : Self.listRows(of: bottom - top)
    tierPane =
      hasPane ? Rect(row: top, column: 0, rows: bottom - top, columns: left) : nil
    tierLine = hasLine ? 1 : nil
    list = isFullScreen ? nil : Rect(row: top, column: left, rows: listRows, columns: columns)
    text = Rect(
      row: top + listRows, column: left, rows: bottom - top - listRows, columns: columns)
  }

  var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  /// Rows inside the borders of the list.
  var listHeight: Int { list.map { $0.rows - 2 } ?? 0 }

  /// Rows and columns inside the borders of the prediction, a column of air on both sides.
  var textHeight: Int { max(0, text.rows - 2) }
  var textColumns: Int { max(1, text.columns - 4) }

  /// The prediction gets more than half: it is what one came to look at.
  private static func listRows(of rows: Int) -> Int {
    min(max(4, rows * 2 / 5), max(4, rows - 6))
  }
}
