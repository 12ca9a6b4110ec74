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
  /// Neither the language nor the files, whose fields are `known`, have the field.
  case unknownField(String, known: [String], position: Int)
  /// Several fields end with this name.
  case ambiguousField(String, paths: [String], position: Int)
  case nestedTooDeep(position: Int)

  /// Characters from the start of the query.
  package var position: Int {
    switch self {
    case .quoteNotClosed(let position), .parenthesisNotClosed(let position),
      .parenthesisNotOpened(let position), .missingTerm(_, let position),
      .missingValue(_, let position), .badValue(_, _, _, let position),
      .noOrder(_, _, let position), .unknownField(_, _, let position),
      .ambiguousField(_, _, let position),
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
    case .missingValue(let field, _):
      QueryVocabulary.fields.contains(field.lowercased())
        ? "`\(field)` lacks a value"
        : "`\(field)` lacks a value: `\(QueryVocabulary.written(field)):\"\"` finds rows without it"
    case .badValue(let field, let value, let expected, _):
      "`\(field)` cannot be `\(value)`: expected \(expected)"
    case .noOrder(let field, let sign, _):
      "`\(field)` cannot be compared by `\(sign)`: write `\(field):…`"
    case .unknownField(let name, let known, _): Self.unknown(name, known)
    case .ambiguousField(let name, let paths, _):
      "`\(name)` can be \(Self.list(paths)): write the whole name"
    case .nestedTooDeep: "nested deeper than \(Query.maximumDepth)"
    }
  }
}

extension QueryError {
  /// More names than this hide the message that they are part of.
  private static let namesListed = 60

  private static func unknown(_ name: String, _ ofFiles: [String]) -> String {
    let fixed = QueryVocabulary.fields
    let guess =
      nearest(to: name, among: fixed).map { "did you mean `\($0)`? " }
      ?? nearest(to: name, among: ofFiles).map {
        "did you mean `\(QueryVocabulary.written($0))`? "
      } ?? ""
    // What plays the part that it is called after need not be listed twice.
    let others = ofFiles.filter { !fixed.contains($0) || Part(rawValue: $0) == nil }
    let known = fixed.joined(separator: ", ") + (others.isEmpty ? "" : ", " + list(others))
    return "no field `\(name)`: \(guess)known are \(known); to look for text, quote it"
  }

  /// Fields as a query has to name them.
  static func list(
    _ paths: [String], as written: (String) -> String = QueryVocabulary.written
  ) -> String {
    let more = paths.count - namesListed
    return paths.prefix(namesListed).map(written).joined(separator: ", ")
      + (more > 0 ? " and \(more) more" : "")
  }

  /// The field that was probably meant: few letters away as a whole or in its last component.
  static func nearest(to name: String, among known: [String]) -> String? {
    let ends = known.map { (path: $0, end: String($0.split(separator: ".").last ?? $0[...])) }
    let nearest = EditDistance.nearest(to: name, among: known + ends.map(\.end))
    guard EditDistance.between(name, nearest) <= max(1, name.count / 3) else { return nil }
    return known.contains(nearest) ? nearest : ends.first { $0.end == nearest }?.path
  }
}

extension QueryError: CustomStringConvertible {
  package var description: String { "\(words) (at character \(position + 1))" }
}
