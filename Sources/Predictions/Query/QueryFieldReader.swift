/// Turns one `field:value` of a query into its condition.
struct QueryFieldReader {
  /// In quotes it is a field of the file, also where the language has one of that name.
  let field: QueryLexer.Word
  let sign: QueryLexer.Sign
  let value: QueryLexer.Word?
  let position: Int

  private var name: String { field.text }

  func condition() throws(QueryError) -> QueryCondition {
    if field.isQuoted { return try other() }
    return switch name.lowercased() {
    case "tier": .tier(try pattern())
    case "id", "key": .id(try pattern())
    case "file": .file(try pattern())
    case "run": .run(try pattern())
    case "model": .model(try pattern())
    case "tag": .tag(try pattern())
    case "label": .label(try pattern())
    case "comment": .comment(try pattern())
    case "by": .by(QueryReviewer(try equalTo()))
    case "passed-to": .passed(to: QueryReviewer(try equalTo()))
    case "since": .since(try moment())
    case "verdict": .verdict(try verdict())
    case "automatic": .automatic(try automatic())
    case "confidence": .confidence(try comparison())
    case "signs": .signs(try comparison())
    case "copies": .copies(try comparison())
    case "severity": .severity(try comparison())
    case "upsetting": try upsetting()
    case let lowercased:
      if let part = QueryTextPart(rawValue: lowercased) {
        .part(part, try pattern())
      } else {
        try other()
      }
    }
  }

  /// A field of the file: text or a number for `:`, `=` and `!=`, a number for the other signs.
  private func other() throws(QueryError) -> QueryCondition {
    guard let value else { throw .missingValue(field: name, position: position) }
    switch sign {
    case .colon, .comparison(.equal):
      guard !value.text.isEmpty else { return .field(name: name, .isEmpty) }
      return .field(name: name, .equals(QueryOperand(value)))
    case .comparison(.unequal): return .field(name: name, .differs(QueryOperand(value)))
    case .comparison: return .field(name: name, .compares(try comparison()))
    }
  }

  private func word() throws(QueryError) -> QueryLexer.Word {
    guard let value else { throw .missingValue(field: name, position: position) }
    return value
  }

  private func equalTo() throws(QueryError) -> QueryLexer.Word {
    guard sign == .colon || sign == .comparison(.equal) else {
      throw .noOrder(field: name, sign: sign.text, position: position)
    }
    return try word()
  }

  private func pattern() throws(QueryError) -> TextPattern {
    let word = try equalTo()
    return TextPattern(word.text, hasWildcards: !word.isQuoted)
  }

  private func comparison() throws(QueryError) -> QueryComparison {
    let text = try word().text
    guard let limit = Double(text), limit.isFinite else { throw bad("a number") }
    switch sign {
    case .colon: return QueryComparison(.equal, limit)
    case .comparison(let sign): return QueryComparison(sign, limit)
    }
  }

  private func verdict() throws(QueryError) -> QueryCondition.Verdict {
    guard let verdict = QueryCondition.Verdict(rawValue: try equalTo().text.lowercased()) else {
      throw bad("ok, wrong or unsure")
    }
    return verdict
  }

  private func automatic() throws(QueryError) -> QueryAutomatic {
    switch try word().text.lowercased() {
    case "correct" where sign == .colon: return .correct
    case "incorrect" where sign == .colon: return .incorrect
    case "none" where sign == .colon: return .absent
    case let text:
      guard Double(text) != nil else { throw bad("correct, incorrect, none or a number") }
      return .score(try comparison())
    }
  }

  /// `upsetting:3` asks for a severity, `upsetting:hate` for a category.
  private func upsetting() throws(QueryError) -> QueryCondition {
    if Double(try word().text) != nil { return .severity(try comparison()) }
    return .category(try pattern())
  }

  private func moment() throws(QueryError) -> QueryMoment {
    guard let moment = QueryMoment(try equalTo().text) else {
      throw bad("an age such as 7d, 12h or 2w, or a date such as 2026-11-23")
    }
    return moment
  }

  private func bad(_ expected: String) -> QueryError {
    .badValue(field: name, value: value?.text ?? "", expected: expected, position: position)
  }
}
