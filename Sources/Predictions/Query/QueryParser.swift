/// Builds the tree of a ``Query`` from its tokens.
///
/// Open parentheses are kept on a stack of its own, so what is typed never drives the depth of the
/// call stack.
struct QueryParser {
  private let tokens: [QueryLexer.Token]
  private var index = 0
  private var groups = [Group(position: 0)]

  init(tokens: [QueryLexer.Token]) {
    self.tokens = tokens
  }

  /// What stands between two parentheses, as far as it has been read.
  private struct Group {
    let position: Int
    /// The finished sides of `or`.
    var alternatives: [Query.Node] = []
    var terms: [Query.Node] = []
    /// `not` and `-` read since the last term.
    var negations = 0
    /// The operator that still lacks its right side.
    var pending: (word: String, position: Int)?

    init(position: Int) {
      self.position = position
    }

    mutating func append(_ node: Query.Node) {
      terms.append(negations.isMultiple(of: 2) ? node : .not(node))
      negations = 0
      pending = nil
    }

    func closed() throws(QueryError) -> Query.Node {
      if let pending { throw .missingTerm(beside: pending.word, position: pending.position) }
      let last = Self.joined(terms)
      return alternatives.isEmpty ? last : .any(alternatives + [last])
    }

    static func joined(_ terms: [Query.Node]) -> Query.Node {
      terms.count == 1 ? terms[0] : .all(terms)
    }
  }

  mutating func parse() throws(QueryError) -> Query.Node {
    while index < tokens.count {
      try take(tokens[index])
    }
    let group = groups.removeLast()
    guard groups.isEmpty else { throw .parenthesisNotClosed(position: group.position) }
    return try group.closed()
  }

  private mutating func take(_ token: QueryLexer.Token) throws(QueryError) {
    index += 1
    let last = groups.count - 1
    switch token.kind {
    case .open: try open(token)
    case .close: try close(token)
    case .minus: negate("-", at: token.position)
    case .field(let name, let sign, let value):
      let reader = QueryFieldReader(field: name, sign: sign, value: value, position: token.position)
      groups[last].append(.term(QueryTerm(try reader.condition(), position: token.position)))
    case .word(let word) where word.isQuoted:
      let pattern = TextPattern(word.text, hasWildcards: false)
      groups[last].append(.term(QueryTerm(.text(pattern), position: token.position)))
    case .word(let word): try take(word.text, at: token.position)
    }
  }

  private mutating func take(_ word: String, at position: Int) throws(QueryError) {
    let last = groups.count - 1
    switch word.lowercased() {
    case "and": groups[last].pending = (word, position)
    case "not": negate(word, at: position)
    case "or":
      guard !groups[last].terms.isEmpty, groups[last].pending == nil else {
        throw .missingTerm(beside: word, position: position)
      }
      groups[last].alternatives.append(Group.joined(groups[last].terms))
      groups[last].terms = []
      groups[last].pending = (word, position)
    case let lowercased:
      let condition =
        lowercased == "unreviewed"
        ? QueryCondition.unreviewed(by: reviewerAfterUnreviewed())
        : QueryVocabulary.words[lowercased] ?? .text(TextPattern(word))
      groups[last].append(.term(QueryTerm(condition, position: position)))
    }
  }

  /// The `by me` of `unreviewed by me`, which reads better than any sign.
  private mutating func reviewerAfterUnreviewed() -> QueryReviewer? {
    guard index + 1 < tokens.count, case .word(let by) = tokens[index].kind,
      case .word(let name) = tokens[index + 1].kind, !by.isQuoted, by.text == "by"
    else { return nil }
    index += 2
    return QueryReviewer(name)
  }

  private mutating func negate(_ word: String, at position: Int) {
    groups[groups.count - 1].negations += 1
    groups[groups.count - 1].pending = (word, position)
  }

  private mutating func open(_ token: QueryLexer.Token) throws(QueryError) {
    guard groups.count < Query.maximumDepth else {
      throw .nestedTooDeep(position: token.position)
    }
    groups.append(Group(position: token.position))
  }

  private mutating func close(_ token: QueryLexer.Token) throws(QueryError) {
    guard groups.count > 1 else { throw .parenthesisNotOpened(position: token.position) }
    let node = try groups.removeLast().closed()
    if case .all(let nodes) = node, nodes.isEmpty {
      throw .missingTerm(beside: "()", position: token.position)
    }
    groups[groups.count - 1].append(node)
  }
}

extension QueryReviewer {
  /// Whom `word` names; an unquoted `me` is whoever asks.
  init(_ word: QueryLexer.Word) {
    self =
      word.text.lowercased() == "me" && !word.isQuoted
      ? .me : .named(TextPattern(word.text, hasWildcards: !word.isQuoted))
  }
}
