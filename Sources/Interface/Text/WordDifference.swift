/// Two texts compared word by word, for the difference view.
///
/// The longest common subsequence of words, found in O(ND) steps (E. W. Myers, "An O(ND)
/// Difference Algorithm and Its Variations", 1986). Past `largestEffort` differing words the rest
/// counts as replaced: nobody reads such a difference.
struct WordDifference: Sendable {
  enum Kind: Hashable, Sendable {
    case common, added, removed
  }

  struct Piece: Hashable, Sendable {
    let kind: Kind
    let text: String
  }

  static let largestEffort = 2_000

  /// In reading order: what only the target holds is `removed`, what only the output holds `added`.
  let pieces: [Piece]

  init(output: String, target: String) {
    let old = Self.words(target)
    let new = Self.words(output)
    pieces = Self.joined(Self.difference(old, new))
  }

  /// Words with the spaces behind them; a line break is a word of its own.
  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let next = text.index(after: index)
      let isBreak =
        next == text.endIndex
        || (text[index].isWhitespace && !text[next].isWhitespace)
        || text[index].isNewline || text[next].isNewline
      if isBreak {
        words.append(text[start..<next])
        start = next
      }
      index = next
    }
    return words
  }

  private static func difference(_ old: [Substring], _ new: [Substring]) -> [Piece] {
    guard let trace = furthestPaths(old, new) else {
      return old.map { Piece(kind: .removed, text: String($0)) }
        + new.map { Piece(kind: .added, text: String($0)) }
    }
    var pieces: [Piece] = []
    var x = old.count
    var y = new.count
    for (effort, ends) in trace.enumerated().reversed() {
      let diagonal = x - y
      let isDown =
        diagonal == -effort
        || (diagonal != effort && (ends[diagonal - 1] ?? -1) < (ends[diagonal + 1] ?? -1))
      let previous = isDown ? diagonal + 1 : diagonal - 1
      let startX = effort == 0 ? 0 : ends[previous] ?? 0
      let startY = effort == 0 ? 0 : startX - previous
      while x > startX, y > startY, x > 0, y > 0, old[x - 1] == new[y - 1] {
        pieces.append(Piece(kind: .common, text: String(old[x - 1])))
        x -= 1
        y -= 1
      }
      guard effort > 0 else { break }
      if isDown {
        pieces.append(Piece(kind: .added, text: String(new[y - 1])))
        y -= 1
      } else {
        pieces.append(Piece(kind: .removed, text: String(old[x - 1])))
        x -= 1
      }
    }
    return pieces.reversed()
  }

  /// For each number of differing words, how far along each diagonal one gets.
  private static func furthestPaths(_ old: [Substring], _ new: [Substring]) -> [[Int: Int]]? {
    var trace: [[Int: Int]] = []
    var ends = [1: 0]
    for effort in 0...min(old.count + new.count, largestEffort) {
      trace.append(ends)
      for diagonal in stride(from: -effort, through: effort, by: 2) {
        let left = ends[diagonal - 1] ?? -1
        let right = ends[diagonal + 1] ?? -1
        var x = diagonal == -effort || (diagonal != effort && left < right) ? right : left + 1
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        ends[diagonal] = x
        if x >= old.count, x - diagonal >= new.count { return trace }
      }
    }
    return nil
  }

  private static func joined(_ pieces: [Piece]) -> [Piece] {
    var joined: [Piece] = []
    for piece in pieces {
      if let last = joined.last, last.kind == piece.kind {
        joined[joined.count - 1] = Piece(kind: last.kind, text: last.text + piece.text)
      } else {
        joined.append(piece)
      }
    }
    return joined
  }
}
