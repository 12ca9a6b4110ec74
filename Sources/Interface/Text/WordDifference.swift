/// Two texts compared word by word, for the difference view.
///
/// The longest common subsequence of words, found in O(ND) steps (E. W. Myers, "An O(ND)
/// Difference Algorithm and Its Variations", 1986). Past `largestEffort` differing words the rest
/// counts as replaced: nobody reads such a difference. Linear in the texts but for that.
struct WordDifference: Sendable {
  enum Kind: Hashable, Sendable {
    case common, added, removed
  }

  struct Piece: Hashable, Sendable {
    let kind: Kind
    let text: Substring
  }

  /// Words behind each other of one kind: places in the target where it alone holds them, else in
  /// the output.
  private struct Run {
    let kind: Kind
    var words: Range<Int>
  }

  static let largestEffort = 2_000

  /// In reading order: what only the target holds is `removed`, what only the output holds `added`.
  let pieces: [Piece]

  init(output: String, target: String) {
    let old = Self.words(target)
    let new = Self.words(output)
    // Words are compared many times over, so they are told apart by number.
    var numbers: [Substring: Int] = [:]
    let oldNumbers = Self.numbered(old, &numbers)
    let newNumbers = Self.numbered(new, &numbers)
    pieces = Self.runs(oldNumbers, newNumbers).map { run in
      let (text, words) = run.kind == .removed ? (target, old) : (output, new)
      let (first, last) = (words[run.words.lowerBound], words[run.words.upperBound - 1])
      return Piece(kind: run.kind, text: text[first.startIndex..<last.endIndex])
    }
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

  private static func numbered(
    _ words: [Substring], _ numbers: inout [Substring: Int]
  ) -> [Int] {
    words.map { word in
      let number = numbers[word] ?? numbers.count
      numbers[word] = number
      return number
    }
  }

  private static func runs(_ old: [Int], _ new: [Int]) -> [Run] {
    guard let trace = furthestPaths(old, new) else {
      let common = zip(old, new).prefix { $0 == $1 }.count
      return [
        Run(kind: .common, words: 0..<common), Run(kind: .removed, words: common..<old.count),
        Run(kind: .added, words: common..<new.count),
      ].filter { !$0.words.isEmpty }
    }
    var backwards: [Run] = []
    var x = old.count
    var y = new.count
    for effort in trace.indices.reversed() {
      let place = (x - y + effort) / 2
      let isDown = effort > 0 && goesDown(at: place, effort, after: trace[effort - 1])
      let before = effort > 0 ? trace[effort - 1][isDown ? place : place - 1] : 0
      let snake = effort == 0 ? x : x - (isDown ? before : before + 1)
      prepend(.common, y - snake..<y, to: &backwards)
      (x, y) = (x - snake, y - snake)
      guard effort > 0 else { break }
      if isDown {
        prepend(.added, y - 1..<y, to: &backwards)
        y -= 1
      } else {
        prepend(.removed, x - 1..<x, to: &backwards)
        x -= 1
      }
    }
    return backwards.reversed()
  }

  private static func prepend(_ kind: Kind, _ words: Range<Int>, to backwards: inout [Run]) {
    guard !words.isEmpty else { return }
    if let last = backwards.last, last.kind == kind, last.words.lowerBound == words.upperBound {
      backwards[backwards.count - 1].words = words.lowerBound..<last.words.upperBound
    } else {
      backwards.append(Run(kind: kind, words: words))
    }
  }

  /// For each number of differing words, how far along each of its diagonals one gets.
  ///
  /// With `effort` differing words those are the diagonals -effort, -effort + 2 … effort.
  private static func furthestPaths(_ old: [Int], _ new: [Int]) -> [[Int]]? {
    var trace: [[Int]] = []
    for effort in 0...min(old.count + new.count, largestEffort) {
      var ends: [Int] = []
      ends.reserveCapacity(effort + 1)
      for place in 0...effort {
        let diagonal = 2 * place - effort
        var x = 0
        if effort > 0 {
          let before = trace[effort - 1]
          x = goesDown(at: place, effort, after: before) ? before[place] : before[place - 1] + 1
        }
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        ends.append(x)
        if x >= old.count, x - diagonal >= new.count { return trace + [ends] }
      }
      trace.append(ends)
    }
    return nil
  }

  /// Whether the furthest way to a diagonal ends with a word of the output.
  private static func goesDown(at place: Int, _ effort: Int, after before: [Int]) -> Bool {
    place == 0 || (place != effort && before[place - 1] < before[place])
  }
}
