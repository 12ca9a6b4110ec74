/// A question about predictions, in the one small language of filters, options and guardrails.
///
/// Words are joined by and; `or`, `not` (or a `-` in front) and parentheses work. A term is a word
/// with a meaning (`flagged`), a field and what it has to be (`tier:hard`, `confidence<0.6`), or
/// text that the prediction holds. Parsing knows the words of the language; whether a field exists
/// in the files is for the one who evaluates.
///
///     let query = try Query.parse("tier:ambiguous (verdict:wrong or upsetting) \"refund policy\"")
///     switch query.root { case .all(let nodes): nodes.count /* 3 */ ... }
package struct Query: Hashable, Sendable {
  /// A query's tree. Chains of `and` and `or` are flat, so the tree is as deep as its parentheses.
  package indirect enum Node: Hashable, Sendable {
    case all([Node])
    case any([Node])
    case not(Node)
    case term(QueryTerm)
  }

  /// What was typed.
  package let text: String
  /// The whole condition; `.all([])`, which everything meets, for an empty query.
  package let root: Node

  init(text: String, root: Node) {
    self.text = text
    self.root = root
  }

  /// How deep parentheses and negations may nest.
  package static let maximumDepth = 256

  /// Reads `text`; an empty text is the query that everything matches.
  package static func parse(_ text: String) throws(QueryError) -> Query {
    var parser = QueryParser(tokens: try QueryLexer.tokens(of: text))
    return Query(text: text, root: try parser.parse())
  }

  /// Every term, in the order in which they were written.
  package var terms: [QueryTerm] {
    var terms: [QueryTerm] = []
    var open = [root]
    while let node = open.popLast() {
      switch node {
      case .all(let nodes), .any(let nodes): open += nodes.reversed()
      case .not(let node): open.append(node)
      case .term(let term): terms.append(term)
      }
    }
    return terms
  }
}
