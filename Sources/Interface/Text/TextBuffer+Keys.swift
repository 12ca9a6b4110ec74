import Screen

extension TextBuffer {
  /// Takes an editing key; false where the key edits nothing, so that the caller decides.
  mutating func edit(with key: Key, multiline: Bool) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .enter where multiline: insert("\n")
    case .backspace, .control("h"): deleteBackward()
    case .delete: deleteForward()
    case .left, .control("b"): moveLeft()
    case .right, .control("f"): moveRight()
    case .home, .control("a"): moveToLineStart()
    case .end, .control("e"): moveToLineEnd()
    case .up where multiline, .control("p") where multiline: moveVertically(by: -1)
    case .down where multiline, .control("n") where multiline: moveVertically(by: 1)
    case .control("w"): deleteWordBackward()
    case .control("u"): deleteToLineStart()
    case .control("k"): deleteToLineEnd()
    default: return false
    }
    return true
  }
}
