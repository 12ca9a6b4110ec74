import Screen

/// A line of the screen as pieces of text with what each means.
struct StyledLine: Sendable {
  struct Piece: Sendable {
    var text: DisplayText
    var role: Role

    static let blank = Piece(text: " ", role: .dim)
  }

  var pieces: [Piece] = []

  init(pieces: [Piece] = []) { self.pieces = pieces }

  init(_ text: DisplayText, _ role: Role = .text) {
    pieces = [Piece(text: text, role: role)]
  }

  var width: Int { pieces.reduce(0) { $0 + $1.text.width } }

  mutating func append(_ text: DisplayText, _ role: Role = .text) {
    pieces.append(Piece(text: text, role: role))
  }

  /// The line moved right by `columns`.
  func indented(by columns: Int) -> StyledLine {
    guard columns > 0 else { return self }
    var line = StyledLine(.blanks(columns), .dim)
    line.pieces += pieces
    return line
  }
}

extension CellGrid {
  /// Draws `line` from `column` on, cut after `columns`; returns the column behind it.
  @discardableResult
  mutating func put(
    _ line: StyledLine, row: Int, column: Int, columns: Int, theme: Theme, isSelected: Bool = false
  ) -> Int {
    var next = column
    for piece in line.pieces {
      let room = column + columns - next
      guard room > 0 else { break }
      let style = isSelected ? theme.selected(piece.role) : theme[piece.role]
      next = put(
        piece.text.truncated(to: room), row: row, column: next, columns: room, style: style,
        tokenStyle: theme[.hiddenCharacter])
    }
    return next
  }
}
