/// The words, signs and parentheses of a query's text.
enum QueryLexer {
  struct Token: Hashable {
    enum Kind: Hashable {
      case open
      case close
      /// A `-` directly before a term.
      case minus
      case word(Word)
      /// A field, a sign, and what follows directly; no value where the sign ends the word.
      case field(name: Word, sign: Sign, value: Word?)
    }

    let kind: Kind
    let position: Int
  }

  /// A piece of text; in quotes a word has no meaning but itself.
  struct Word: Hashable {
    let text: String
    let isQuoted: Bool
  }

  enum Sign: Hashable {
    case colon
    case comparison(QueryComparison.Sign)

    var text: String {
      switch self {
      case .colon: ":"
      case .comparison(let sign): sign.rawValue
      }
    }
  }

  /// The tokens of `text`; linear in its length.
  static func tokens(of text: String) throws(QueryError) -> [Token] {
    var cursor = Cursor(characters: Array(text))
    var tokens: [Token] = []
    while let token = try cursor.next() { tokens.append(token) }
    return tokens
  }

  private struct Cursor {
    let characters: [Character]
    var index = 0

    init(characters: [Character]) {
      self.characters = characters
    }

    private var current: Character? { index < characters.count ? characters[index] : nil }
    private var following: Character? {
      index + 1 < characters.count ? characters[index + 1] : nil
    }

    mutating func next() throws(QueryError) -> Token? {
      while let character = current, character.isWhitespace { index += 1 }
      guard let character = current else { return nil }
      let position = index
      switch character {
      case "(", ")":
        index += 1
        return Token(kind: character == "(" ? .open : .close, position: position)
      case "-":
        guard let following, !following.isWhitespace, following != ")" else { break }
        index += 1
        return Token(kind: .minus, position: position)
      case "\"":
        let word = try quoted()
        guard let sign = sign() else { return Token(kind: .word(word), position: position) }
        return Token(kind: .field(name: word, sign: sign, value: try value()), position: position)
      default: break
      }
      return try wordOrField(at: position)
    }

    /// A bare word ends at white space, a parenthesis or a quote; a field at its sign.
    private mutating func wordOrField(at position: Int) throws(QueryError) -> Token {
      var name = ""
      while let character = current, !Self.endsWord(character) {
        if !name.isEmpty, let sign = sign() {
          let name = Word(text: name, isQuoted: false)
          return Token(
            kind: .field(name: name, sign: sign, value: try value()), position: position)
        }
        name.append(character)
        index += 1
      }
      return Token(kind: .word(Word(text: name, isQuoted: false)), position: position)
    }

    private mutating func sign() -> Sign? {
      switch (current, following) {
      case (":", _):
        index += 1
        return .colon
      case ("<", "="), (">", "="), ("!", "="):
        let text = String(characters[index...(index + 1)])
        index += 2
        return QueryComparison.Sign(rawValue: text).map(Sign.comparison)
      case ("<", _), (">", _), ("=", _):
        let text = String(characters[index])
        index += 1
        return QueryComparison.Sign(rawValue: text).map(Sign.comparison)
      default: return nil
      }
    }

    private mutating func value() throws(QueryError) -> Word? {
      if current == "\"" { return try quoted() }
      var text = ""
      while let character = current, !Self.endsWord(character) {
        text.append(character)
        index += 1
      }
      return text.isEmpty ? nil : Word(text: text, isQuoted: false)
    }

    /// Between quotes a backslash makes a quote or a backslash stand for itself.
    private mutating func quoted() throws(QueryError) -> Word {
      let position = index
      index += 1
      var text = ""
      while let character = current {
        index += 1
        if character == "\"" { return Word(text: text, isQuoted: true) }
        if character == "\\", let escaped = current, escaped == "\"" || escaped == "\\" {
          text.append(escaped)
          index += 1
        } else {
          text.append(character)
        }
      }
      throw .quoteNotClosed(position: position)
    }

    private static func endsWord(_ character: Character) -> Bool {
      character.isWhitespace || character == "(" || character == ")" || character == "\""
    }
  }
}
