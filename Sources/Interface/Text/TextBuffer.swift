/// Text being typed, and where the cursor stands: the editing keys of one line or many.
///
/// Positions count characters, so a cursor never stands inside one.
struct TextBuffer: Hashable, Sendable {
  private(set) var characters: [Character]
  /// 0 before the first character.
  private(set) var cursor: Int

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }

  /// Enough characters around the cursor for what joins there to join; with all of a long text each
  /// key would take its time.
  private static let joinedLength = 64

  mutating func insert(_ text: String) {
    // Appending a combining scalar changes the character before it, so the join is re-read.
    let start = max(0, cursor - Self.joinedLength)
    let end = min(characters.count, cursor + Self.joinedLength)
    let before = Array(String(characters[start..<cursor]) + text)
    let after = String(characters[cursor..<end])
    characters.replaceSubrange(start..<end, with: Array(String(before) + after))
    cursor = start + before.count
  }

  mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  mutating func deleteForward() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
  mutating func moveToLineStart() { cursor = lineStart }
  mutating func moveToLineEnd() { cursor = lineEnd }

  /// To the same place in the line above or below, or to its end where it is shorter.
  mutating func moveVertically(by step: Int) {
    let column = cursor - lineStart
    if step < 0 {
      guard lineStart > 0 else { return cursor = 0 }
      cursor = lineStart - 1
    } else {
      guard lineEnd < characters.count else { return cursor = characters.count }
      cursor = lineEnd + 1
    }
    cursor = min(lineStart + column, lineEnd)
  }

  mutating func moveWordLeft() { cursor = wordStart }

  mutating func moveWordRight() {
    while cursor < characters.count, characters[cursor].isWhitespace { cursor += 1 }
    while cursor < characters.count, !characters[cursor].isWhitespace { cursor += 1 }
  }

  mutating func deleteWordBackward() {
    let start = wordStart
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  mutating func deleteToLineStart() {
    let start = lineStart
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  mutating func deleteToLineEnd() {
    let end = lineEnd
    characters.removeSubrange(cursor..<(end == cursor ? min(end + 1, characters.count) : end))
  }

  /// The first character of the cursor's line.
  var lineStart: Int {
    var index = cursor
    while index > 0, !characters[index - 1].isNewline { index -= 1 }
    return index
  }

  private var lineEnd: Int {
    var index = cursor
    while index < characters.count, !characters[index].isNewline { index += 1 }
    return index
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }
}
