/// Replaces the team's listed words by a cover of the same length, without regard to case.
struct WordMask: Sendable {
  private let words: [[Character]]

  init(_ words: [String]) {
    self.words = words.filter { !$0.isEmpty }.map { Array($0.lowercased()) }
  }

  /// `text` with every listed word covered; linear in its length times the number of words.
  func masked(_ text: String) -> String {
    guard !words.isEmpty else { return text }
    var result: [Character] = []
    var run: [Character] = []
    for character in text {
      if character.isLetter || character.isNumber {
        run.append(character)
      } else {
        result += covered(run)
        run.removeAll()
        result.append(character)
      }
    }
    return String(result + covered(run))
  }

  private func covered(_ run: [Character]) -> [Character] {
    guard !run.isEmpty, words.contains(Array(String(run).lowercased())) else { return run }
    return Array(repeating: "░", count: run.count)
  }
}
