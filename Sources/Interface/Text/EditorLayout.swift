import Screen

/// A buffer as the lines of a box, and where its cursor falls among them.
///
/// Lines break behind blanks and wide characters, within a word only where it is longer than a
/// line. Blanks at the end of a line hang over its edge, so that a new word begins the next line.
struct EditorLayout: Sendable {
  private(set) var lines: [DisplayText] = []
  private(set) var cursorLine = 0
  private(set) var cursorColumn = 0

  private let cells: [DisplayText]
  private let columns: Int

  init(_ buffer: TextBuffer, columns: Int) {
    let characters = buffer.characters
    cells = characters.map { $0.isNewline ? "" : DisplayText(String($0)) }
    self.columns = columns
    var start = 0
    while start <= characters.count {
      let end = characters[start...].firstIndex(where: \.isNewline) ?? characters.count
      append(paragraph: start..<end, cursor: buffer.cursor)
      start = end + 1
    }
  }

  private mutating func append(paragraph: Range<Int>, cursor: Int) {
    var first = paragraph.lowerBound
    repeat {
      let next = lineEnd(from: first, in: paragraph)
      if cursor >= first, cursor < next || next == paragraph.upperBound && cursor == next {
        cursorLine = lines.count
        cursorColumn = min(columns, width(of: first..<cursor))
      }
      lines.append(text(of: first..<next))
      first = next
    } while first < paragraph.upperBound
  }

  /// Behind the last cell of the line that begins at `first`.
  private func lineEnd(from first: Int, in paragraph: Range<Int>) -> Int {
    var width = 0
    var opportunity = first
    for index in first..<paragraph.upperBound {
      let isBlank = cells[index] == " "
      if !isBlank, width + cells[index].width > columns {
        return opportunity > first ? opportunity : max(index, first + 1)
      }
      width += cells[index].width
      if isBlank || cells[index].width > 1 { opportunity = index + 1 }
    }
    return paragraph.upperBound
  }

  private func width(of range: Range<Int>) -> Int {
    range.reduce(0) { $0 + cells[$1].width }
  }

  /// The cells without the blanks that hang over the edge.
  private func text(of range: Range<Int>) -> DisplayText {
    var text = DisplayText()
    for cell in cells[range] where text.width + cell.width <= columns { text.append(cell) }
    return text
  }
}
