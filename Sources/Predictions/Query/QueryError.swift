/// Why a query cannot be understood, with the place in characters from its start.
package enum QueryError: Error, Hashable, Sendable {
  case quoteNotClosed(position: Int)
  case parenthesisNotClosed(position: Int)
  case parenthesisNotOpened(position: Int)
  /// An operator such as `or` lacks what should stand beside it.
  case missingTerm(beside: String, position: Int)
  case missingValue(field: String, position: Int)
  case badValue(field: String, value: String, expected: String, position: Int)
  /// A sign such as `<` where a field knows only `:`.
  case noOrder(field: String, sign: String, position: Int)
  case unknownField(String, known: [String], position: Int)
  case nestedTooDeep(position: Int)

  /// Characters from the start of the query.
  package var position: Int {
    switch self {
    case .quoteNotClosed(let position), .parenthesisNotClosed(let position),
      .parenthesisNotOpened(let position), .missingTerm(_, let position),
      .missingValue(_, let position), .badValue(_, _, _, let position),
      .noOrder(_, _, let position), .unknownField(_, _, let position),
      .nestedTooDeep(let position):
      position
    }
  }

  /// What is wrong and what to do, in one line, without the place.
  package var words: String {
    switch self {
    case .quoteNotClosed: "a quote is not closed"
    case .parenthesisNotClosed: "a parenthesis is not closed"
    case .parenthesisNotOpened: "a parenthesis closes that was not opened"
    case .missingTerm(let word, _): "`\(word)` lacks a term; to look for the word, quote it"
    case .missingValue(let field, _): "`\(field)` lacks a value"
    case .badValue(let field, let value, let expected, _):
      "`\(field)` cannot be `\(value)`: expected \(expected)"
    case .noOrder(let field, let sign, _):
      "`\(field)` cannot be compared by `\(sign)`: write `\(field):…`"
    case .unknownField(let name, let known, _):
      "no field `\(name)`: known are \(known.joined(separator: ", ")); to look for text, quote it"
    case .nestedTooDeep: "nested deeper than \(Query.maximumDepth)"
    }
  }
}

extension QueryError: CustomStringConvertible {
  package var description: String { "\(words) (at character \(position + 1))" }
}
