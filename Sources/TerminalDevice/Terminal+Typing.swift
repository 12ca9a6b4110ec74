import CTerminal
import Screen

extension Terminal {
  private static let escape: UInt32 = 0x1B

  /// The next key or paste that has arrived, nil when there is none.
  mutating func typed() -> TerminalEvent? {
    while true {
      let input = read()
      switch Int(input.kind) {
      case CTERM_SCALAR where input.value == Terminal.escape:
        if let key = escapeKey() { return .key(key, at: Terminal.now) }
      case CTERM_SCALAR:
        guard let key = Key(typed: input.value) else { continue }
        return key == .control("z") ? .resumed(suspend()) : .key(key, at: Terminal.now)
      case CTERM_KEY where Int(input.value) == CTERM_KEY_PASTE_BEGIN:
        return .paste(pasted())
      case CTERM_KEY:
        if let key = Key(code: Int(input.value)) { return .key(key, at: Terminal.now) }
      default:
        return nil
      }
    }
  }

  private mutating func read() -> cterm_input {
    held.isEmpty ? cterm_read() : held.removeFirst()
  }

  /// Esc, or nothing where it begins a sequence that no key is known for.
  ///
  /// The characters of such a sequence would otherwise count as keys, and keys are verdicts.
  private mutating func escapeKey() -> Key? {
    let second = read()
    guard Int(second.kind) != CTERM_NOTHING else { return .escape }
    let bracket = UInt32(UInt8(ascii: "["))
    let isSequence =
      Int(second.kind) == CTERM_SCALAR
      && (second.value == bracket || second.value == UInt32(UInt8(ascii: "O")))
    let third = isSequence ? read() : cterm_input()
    guard Int(third.kind) == CTERM_SCALAR else {
      held.append(second)
      if Int(third.kind) != CTERM_NOTHING { held.append(third) }
      return .escape
    }
    if second.value == bracket { skipSequence(after: third) }
    return nil
  }

  /// Reads up to the final byte of a control sequence.
  private mutating func skipSequence(after first: cterm_input) {
    var input = first
    for _ in 0..<64 where Int(input.kind) == CTERM_SCALAR {
      if (0x40...0x7E).contains(input.value) { return }
      input = read()
    }
  }

  /// What arrives until the terminal says that the paste is over, or goes silent for a second.
  private mutating func pasted() -> String {
    var text = String.UnicodeScalarView()
    var room = 1_000_000
    while true {
      let input = read()
      switch Int(input.kind) {
      case CTERM_SCALAR:
        guard room > 0, let scalar = Unicode.Scalar(input.value) else { continue }
        room -= 1
        text.append(scalar == "\r" ? "\n" : scalar)
      case CTERM_KEY where Int(input.value) == CTERM_KEY_PASTE_END:
        return String(text)
      case CTERM_KEY:
        continue
      default:
        guard Int(cterm_wait(1000, -1)) & CTERM_INPUT != 0 else { return String(text) }
      }
    }
  }
}

extension Key {
  /// The key that sends a scalar; nil for controls that no key is named for.
  init?(typed value: UInt32) {
    switch value {
    case 9: self = .tab
    // Terminals send either for Enter, and either for Backspace.
    case 10, 13: self = .enter
    case 8, 127: self = .backspace
    case 1...26:
      self = .control(Character(Unicode.Scalar(UInt8(value) + 0x60)))
    case 0..<0x20, 0x80..<0xA0: return nil
    default:
      guard let scalar = Unicode.Scalar(value) else { return nil }
      self = .character(Character(scalar))
    }
  }

  /// The key of a code of `cterm_read`; nil for keys that have no meaning anywhere.
  init?(code: Int) {
    switch code {
    case CTERM_KEY_UP: self = .up
    case CTERM_KEY_DOWN: self = .down
    case CTERM_KEY_LEFT: self = .left
    case CTERM_KEY_RIGHT: self = .right
    case CTERM_KEY_PAGE_UP: self = .pageUp
    case CTERM_KEY_PAGE_DOWN: self = .pageDown
    case CTERM_KEY_HOME: self = .home
    case CTERM_KEY_END: self = .end
    case CTERM_KEY_BACKSPACE: self = .backspace
    case CTERM_KEY_DELETE: self = .delete
    case CTERM_KEY_ENTER: self = .enter
    case CTERM_KEY_BACK_TAB: self = .backTab
    case CTERM_KEY_FUNCTION + 1...CTERM_KEY_FUNCTION + 24:
      self = .function(code - CTERM_KEY_FUNCTION)
    default: return nil
    }
  }
}
