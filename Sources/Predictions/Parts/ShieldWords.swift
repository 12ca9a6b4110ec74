/// The team's words that cover a row: found as whole words, without regard to case.
struct ShieldWords: Sendable {
  private let words: [[Character]]

  init(_ words: [String]) {
    self.words = words.map { Array($0.trimmed.lowercased()) }.filter { !$0.isEmpty }
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether one of the words stands in `text`; linear in the text for each word.
  func occur(in text: some Sequence<UInt8>) -> Bool {
    guard !words.isEmpty else { return false }
    let characters = Array(String(decoding: Array(text), as: UTF8.self).lowercased())
    return words.contains { Self.occurs($0, in: characters) }
  }

  private static func occurs(_ word: [Character], in text: [Character]) -> Bool {
    guard text.count >= word.count else { return false }
    for start in 0...(text.count - word.count) where text[start] == word[0] {
      let end = start + word.count
      guard start == 0 || !isWordPart(text[start - 1]) else { continue }
      guard end == text.count || !isWordPart(text[end]) else { continue }
      if text[start..<end].elementsEqual(word) { return true }
    }
    return false
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
