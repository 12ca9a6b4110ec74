extension Key {
  /// The key's name as help, hints and the configuration write it: `j`, `Ctrl-d`, `PgDn`, `F1`.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter)"
    case .function(let number): "F\(number)"
    default: Key.named.first { $0.key == self }?.name ?? "?"
    }
  }

  /// The key of a name, nil where there is none; the case counts only for a single character.
  package init?(name: String) {
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    let wanted = name.lowercased()
    if let key = (Key.named + Key.alternatives).first(where: { $0.name.lowercased() == wanted }) {
      self = key.key
      return
    }
    if let letter = Key.letter(after: ["ctrl-", "c-", "^"], in: wanted) {
      self = .control(letter)
      return
    }
    guard wanted.first == "f", let number = Int(wanted.dropFirst()), (1...24).contains(number),
      wanted == "f\(number)"
    else { return nil }
    self = .function(number)
  }

  private static func letter(after prefixes: [String], in name: String) -> Character? {
    guard let prefix = prefixes.first(where: name.hasPrefix), name.count == prefix.count + 1,
      let letter = name.last, letter.isASCII, letter.isLetter
    else { return nil }
    return letter
  }

  private static let named: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Shift-Tab", .backTab),
    ("Backspace", .backspace), ("Delete", .delete), ("Up", .up), ("Down", .down),
    ("Left", .left), ("Right", .right), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("Home", .home), ("End", .end), ("Space", .character(" ")),
  ]

  private static let alternatives: [(name: String, key: Key)] = [
    ("Return", .enter), ("CR", .enter), ("Escape", .escape), ("S-Tab", .backTab),
    ("BackTab", .backTab), ("BS", .backspace), ("Del", .delete), ("PageUp", .pageUp),
    ("PageDown", .pageDown), ("lt", .character("<")),
  ]
}
