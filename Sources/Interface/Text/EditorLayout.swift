import Screen

/// A buffer as the lines of a box, and where its cursor falls among them.
///
/// Lines break behind blanks and wide characters, within a word only where it is longer than a
/// line. Blanks at the end of a line hang over its edge, so that a new word begins the next line.
///
/// Where lines break is found for the whole buffer, from the widths of its characters alone; a line
/// becomes text only when it is asked for, since few of many are ever shown.
struct EditorLayout: Sendable {
  private(set) var cursorLine = 0
  private(set) var cursorColumn = 0

  /// The characters of each line.
  private var ranges: [Range<Int>] = []
  private let characters: [Character]
  private let columns: Int

  init(_ buffer: TextBuffer, columns: Int) {
    characters = buffer.characters
    self.columns = columns
    var start = 0
    while start <= characters.count {
      let end = characters[start...].firstIndex(where: \.isNewline) ?? characters.count
      append(paragraph: start..<end, cursor: buffer.cursor)
      start = end + 1
    }
  }

  var lineCount: Int { ranges.count }

  /// Some of the lines as they are shown: without the blanks that hang over the edge.
  func lines(_ places: Range<Int>) -> [DisplayText] {
    ranges[places.clamped(to: 0..<lineCount)].map(text)
  }

  private mutating func append(paragraph: Range<Int>, cursor: Int) {
    var first = paragraph.lowerBound
    repeat {
      let next = lineEnd(from: first, in: paragraph)
      if cursor >= first, cursor < next || next == paragraph.upperBound && cursor == next {
        cursorLine = ranges.count
        cursorColumn = min(columns, width(of: first..<cursor))
      }
      ranges.append(first..<next)
      first = next
    } while first < paragraph.upperBound
  }

  /// Behind the last character of the line that begins at `first`.
  private func lineEnd(from first: Int, in paragraph: Range<Int>) -> Int {
    var width = 0
    var opportunity = first
    for index in first..<paragraph.upperBound {
      let own = Self.width(of: characters[index])
      let isBlank = characters[index] == " "
      if !isBlank, width + own > columns {
        return opportunity > first ? opportunity : max(index, first + 1)
      }
      width += own
      if isBlank || own > 1 { opportunity = index + 1 }
    }
    return paragraph.upperBound
  }

  private func width(of range: Range<Int>) -> Int {
    range.reduce(0) { $0 + Self.width(of: characters[$1]) }
  }

  private static func width(of character: Character) -> Int {
    // Most of what is typed is one printable byte, and needs no sanitiser to be measured.
    let bytes = character.utf8
    if bytes.count == 1, let byte = bytes.first, byte >= 0x20, byte < 0x7F { return 1 }
    return DisplayText(String(character)).width
  }

  private func text(of range: Range<Int>) -> DisplayText {
    var text = DisplayText()
    for character in characters[range] {
      let cell = DisplayText(String(character))
      if text.width + cell.width <= columns { text.append(cell) }
    }
    return text
  }
}
