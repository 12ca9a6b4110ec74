import Predictions
import Screen

extension ReviewState {
  private static let comparedLength = 1 << 20

  /// Output against target: what only the output has, what only the target has, and the rest dim.
  ///
  /// Of texts that are too long to be read whole the beginnings are compared.
  func differenceLines(of prediction: Prediction, limit: Int) -> [StyledLine] {
    let compared: Set<Part> = [.output, .target]
    let prediction =
      prediction.cutParts.isDisjoint(with: compared)
      ? prediction : store.prediction(at: prediction.row, upTo: Self.comparedLength)
    let difference = WordDifference(
      output: prediction.output?.plainText ?? "", target: prediction.target?.plainText ?? "")
    var legend = StyledLine("[+only in the output+]", .added)
    legend.append("  ", .dim)
    legend.append("[-only in the target-]", .removed)
    if difference.pieces.allSatisfy({ $0.kind == .common }) {
      legend = StyledLine("output and target are the same", .ok)
    }
    if !prediction.cutParts.isDisjoint(with: compared) {
      legend.append("  only the first \(NumberText.grouped(Self.comparedLength)) bytes", .dim)
    }
    return [legend, StyledLine()]
      + wrap(difference.pieces, columns: layout.textColumns, limit: limit)
  }

  private func wrap(
    _ pieces: [WordDifference.Piece], columns: Int, limit: Int
  ) -> [StyledLine] {
    var lines = [StyledLine()]
    for piece in pieces {
      let text = marked(piece)
      for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { lines.append(StyledLine()) }
        for word in Self.spacedWords(part) {
          let shown = DisplayText(word)
          if let last = lines.last, last.width > 0, last.width + shown.width > columns {
            lines.append(StyledLine())
          }
          guard lines.count <= limit else { return lines }
          lines[lines.count - 1].append(shown, piece.kind.role)
        }
      }
    }
    return lines
  }

  /// Brackets say what colour says, for terminals without it.
  private func marked(_ piece: WordDifference.Piece) -> String {
    switch piece.kind {
    case .common: piece.text
    case .added: "[+" + piece.text.trimmingTrailingSpaces + "+] "
    case .removed: "[-" + piece.text.trimmingTrailingSpaces + "-] "
    }
  }

  private static func spacedWords(_ text: Substring) -> [String] {
    var words: [String] = []
    for character in text {
      if words.isEmpty || (words[words.count - 1].last == " " && character != " ") {
        words.append("")
      }
      words[words.count - 1].append(character)
    }
    return words
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

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
