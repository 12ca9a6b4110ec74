import Screen

extension ReviewState {
  /// Every key with what it does, from the table; two columns where they fit.
  var helpLines: [StyledLine] {
    let sections = KeyTableEntry.Group.allCases.map(helpSection)
    guard showsHelpInColumns else { return Array(sections.joined(separator: [StyledLine()])) }
    let left = Array(sections[...0].joined())
    let right = Array(sections[1...].joined(separator: [StyledLine()]))
    let half = Self.balanced(left: left, right: right)
    let columns = half.0.map(\.width).max() ?? 0
    return Self.sideBySide(half.0, half.1, columns: columns + 2)
  }

  private var showsHelpInColumns: Bool { size.columns >= 108 }

  /// What one column of help may take at most.
  private var helpColumns: Int {
    showsHelpInColumns ? min(60, (size.columns - 8) / 2) : size.columns - 6
  }

  private func helpSection(_ group: KeyTableEntry.Group) -> [StyledLine] {
    var lines = [StyledLine(DisplayText(group.rawValue), .title)]
    for entry in KeyTable.entries where entry.group == group {
      // The nine digits are one line: what each stands for is shown by the tag list.
      guard entry.action.tagIndex == nil || entry.action == .tag1 else { continue }
      // A narrow screen has room for one key and the words.
      let isNarrow = size.columns < 60
      let names = keyMap.keys(for: entry.action).map(\.name).prefix(isNarrow ? 1 : 3)
      let keys = entry.action == .tag1 ? "1–9" : names.joined(separator: " ")
      guard !keys.isEmpty else { continue }
      let help = entry.action == .tag1 ? "tag of that number in the list" : entry.help
      lines += helpEntry(keys, help, keyColumns: isNarrow ? 5 : 12)
    }
    return lines
  }

  /// The keys, and beside them what they do, wrapped where the screen is narrow.
  private func helpEntry(_ keys: String, _ help: String, keyColumns: Int) -> [StyledLine] {
    let room = max(10, helpColumns - keyColumns)
    return TextWrap.wrap(help, columns: room).enumerated().map { index, text in
      guard index == 0 else { return StyledLine(text).indented(by: keyColumns) }
      var line = StyledLine(DisplayText(keys).padded(to: keyColumns), .accent)
      line.append(text)
      return line
    }
  }

  /// Moves whole lines so that both columns are about as long.
  private static func balanced(
    left: [StyledLine], right: [StyledLine]
  ) -> ([StyledLine], [StyledLine]) {
    var left = left
    var right = right
    while left.count + 8 < right.count, let end = right.firstIndex(where: { $0.width == 0 }) {
      left += [StyledLine()] + right[..<end]
      right.removeSubrange(...end)
    }
    return (left, right)
  }

  private static func sideBySide(
    _ left: [StyledLine], _ right: [StyledLine], columns: Int
  ) -> [StyledLine] {
    (0..<max(left.count, right.count)).map { index in
      var line = index < left.count ? left[index] : StyledLine()
      guard index < right.count else { return line }
      let gap = max(1, columns - line.width)
      line.append(.blanks(gap), .dim)
      line.pieces += right[index].pieces
      return line
    }
  }
}
