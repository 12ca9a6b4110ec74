import Predictions
import Screen

extension ReviewState {
  /// More than anybody reads, and quick enough to compare anew for each drawing.
  static let comparedLength = 128 << 10

  /// Output against target: what only the output has, what only the target has, and the rest dim.
  ///
  /// Of long texts the beginnings are compared, however much of them was read.
  func differenceLines(of prediction: Prediction, limit: Int) -> [StyledLine] {
    let prediction = store.prediction(at: prediction.row, upTo: Self.comparedLength)
    let (output, target) = (Self.compared(prediction.output), Self.compared(prediction.target))
    let isCut =
      !prediction.cutParts.isDisjoint(with: [.output, .target]) || output.isCut || target.isCut
    let difference = WordDifference(output: output.text, target: target.text)
    var legend = StyledLine("[+only in the output+]", .added)
    legend.append("  ", .dim)
    legend.append("[-only in the target-]", .removed)
    if difference.pieces.allSatisfy({ $0.kind == .common }) {
      legend = StyledLine("output and target are the same", .ok)
    }
    var lines = [legend]
    if isCut {
      let length = NumberText.grouped(Self.comparedLength)
      lines += TextWrap.wrap(
        "only the first \(length) bytes of each are compared", columns: layout.textColumns
      ).map { StyledLine($0, .message) }
    }
    return lines + [StyledLine()]
      + wrap(difference.pieces, columns: layout.textColumns, limit: limit)
  }

  /// What is remembered of a text may be longer than what was asked for.
  private static func compared(_ content: Content?) -> (text: String, isCut: Bool) {
    let text = content?.plainText ?? ""
    guard text.utf8.count > comparedLength else { return (text, false) }
    var end = text.utf8.index(text.startIndex, offsetBy: comparedLength)
    while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
    return (String(text[..<end]), true)
  }

  private func wrap(
    _ pieces: [WordDifference.Piece], columns: Int, limit: Int
  ) -> [StyledLine] {
    var lines = [StyledLine()]
    for piece in pieces {
      var rest = marked(piece)[...]
      while let word = Self.popWord(of: &rest) {
        // A plain line break goes without saying; of any other one sees that it is another.
        let shown = word == "\n" ? DisplayText() : DisplayText(String(word))
        if let last = lines.last, last.width > 0, last.width + shown.width > columns {
          lines.append(StyledLine())
        }
        guard lines.count <= limit else { return lines }
        lines[lines.count - 1].append(shown, piece.kind.role)
        if word.first?.isNewline == true { lines.append(StyledLine()) }
      }
    }
    return lines
  }

  /// Brackets say what colour says, for terminals without it.
  private func marked(_ piece: WordDifference.Piece) -> String {
    switch piece.kind {
    case .common: String(piece.text)
    case .added: "[+" + piece.text.trimmingTrailingSpaces + "+] "
    case .removed: "[-" + piece.text.trimmingTrailingSpaces + "-] "
    }
  }

  /// Takes a word with the spaces behind it, or a line break, off the beginning of a text.
  private static func popWord(of text: inout Substring) -> Substring? {
    guard let first = text.first else { return nil }
    var end = text.index(after: text.startIndex)
    var last = first
    while end < text.endIndex, !last.isNewline, !text[end].isNewline,
      last != " " || text[end] == " "
    {
      last = text[end]
      end = text.index(after: end)
    }
    defer { text = text[end...] }
    return text[..<end]
  }
}

extension WordDifference.Kind {
  fileprivate var role: Role {
    switch self {
    case .common: .dim
    case .added: .added
    case .removed: .removed
    }
  }
}

extension Substring {
  fileprivate var trimmingTrailingSpaces: Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
