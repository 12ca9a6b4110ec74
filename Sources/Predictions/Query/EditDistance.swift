/// How many letters lie between two words, to guess which one was meant.
package enum EditDistance {
  /// Insertions, removals, replacements and swaps of neighbours that turn one into the other.
  package static func between(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased())
    let right = Array(right.lowercased())
    var older: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (letter == other ? 0 : 1)
        var cost = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, older[column - 1] + 1)
        }
        current.append(cost)
      }
      older = previous
      previous = current
    }
    return previous[right.count]
  }

  /// The word nearest to `word`; of equally near ones the first.
  package static func nearest(to word: String, among known: [String]) -> String {
    // A key of a thousand letters is no slip of the finger, and comparing it takes time.
    let start = String(word.prefix(40))
    return known.min { between(start, $0) < between(start, $1) } ?? ""
  }
}
