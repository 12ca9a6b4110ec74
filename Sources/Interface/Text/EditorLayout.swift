import Screen

/// A buffer as the lines of a box, and where its cursor falls among them.
///
/// Lines break after a fixed number of columns rather than at words, so that what is typed never
/// moves under the cursor.
struct EditorLayout: Sendable {
  private(set) var lines: [DisplayText] = [""]
  private(set) var cursorLine = 0
  private(set) var cursorColumn = 0

  init(_ buffer: TextBuffer, columns: Int) {
    for (index, character) in buffer.characters.enumerated() {
      if index == buffer.cursor { noteCursor() }
      guard !character.isNewline else {
        lines.append("")
        continue
      }
      let cell = DisplayText(String(character))
      if lines[lines.count - 1].width + cell.width > columns {
        lines.append("")
        if index == buffer.cursor { noteCursor() }
      }
      lines[lines.count - 1].append(cell)
    }
    if buffer.cursor == buffer.characters.count { noteCursor() }
  }

  private mutating func noteCursor() {
    cursorLine = lines.count - 1
    cursorColumn = lines[cursorLine].width
  }
}
