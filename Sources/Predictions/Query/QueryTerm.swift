/// One condition of a ``Query`` and the place where it was written.
package struct QueryTerm: Hashable, Sendable {
  package let condition: QueryCondition
  /// Characters from the start of the query's text, for messages.
  package let position: Int

  package init(_ condition: QueryCondition, position: Int) {
    self.condition = condition
    self.position = position
  }
}

/// What one term asks of a prediction or of its reviews.
package enum QueryCondition: Hashable, Sendable {
  /// Decoded input, output, target or id hold the text.
  case text(TextPattern)
  /// One of the decoded texts holds the text.
  case part(QueryTextPart, TextPattern)
  case tier(TextPattern)
  case id(TextPattern)
  case file(TextPattern)
  case run(TextPattern)
  case model(TextPattern)
  case confidence(QueryComparison)
  case signs(QueryComparison)
  /// How many rows hold the same input and output.
  case copies(QueryComparison)
  case automatic(QueryAutomatic)
  case damaged
  /// The shield field or the team's word list covers the row.
  case shielded

  case verdict(Verdict)
  case upsetting
  case severity(QueryComparison)
  /// A category of the upsetting flag.
  case category(TextPattern)
  case badTarget
  case flagged
  case tag(TextPattern)
  case label(TextPattern)
  case by(QueryReviewer)
  case comment(TextPattern)
  case since(QueryMoment)

  /// With a verdict by anyone.
  case reviewed
  /// Without a verdict by anyone, or by the one named.
  case unreviewed(by: QueryReviewer?)
  /// People say wrong or upsetting although the automatic result is correct.
  case missed
  /// Reviewers' verdicts differ and nobody has resolved it.
  case disputed
  /// The same input was reviewed with another output.
  case changed
  /// In a draw.
  case sampled
  case passed(to: QueryReviewer)

  /// A segment or any other field of the file.
  case field(name: String, QueryValue)

  /// The verdict a query can ask for; the ledger's own type belongs to a later module.
  package enum Verdict: String, CaseIterable, Hashable, Sendable {
    case ok, wrong, unsure
  }
}

/// The text that a term such as `output:…` looks into.
package enum QueryTextPart: String, CaseIterable, Hashable, Sendable {
  case input, output, target
}

/// Whose reviews a term asks for.
package enum QueryReviewer: Hashable, Sendable {
  /// Whoever asks.
  case me
  case named(TextPattern)
}

/// What the run's own metric has to say.
package enum QueryAutomatic: Hashable, Sendable {
  case correct
  case incorrect
  /// There is none.
  case absent
  case score(QueryComparison)
}

/// A number compared with a limit.
package struct QueryComparison: Hashable, Sendable {
  package enum Sign: String, CaseIterable, Hashable, Sendable {
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
    case equal = "="
    case unequal = "!="
  }

  package let sign: Sign
  package let limit: Double

  package init(_ sign: Sign, _ limit: Double) {
    self.sign = sign
    self.limit = limit
  }

  /// Whether `value` meets it; what is not a number meets nothing.
  package func holds(for value: Double) -> Bool {
    guard !value.isNaN else { return false }
    return switch sign {
    case .less: value < limit
    case .atMost: value <= limit
    case .more: value > limit
    case .atLeast: value >= limit
    case .equal: value == limit
    case .unequal: value != limit
    }
  }
}

/// A point in time, given by date or by how long ago it was.
package enum QueryMoment: Hashable, Sendable {
  case ago(milliseconds: Int64)
  /// Milliseconds since 1970 UTC.
  case instant(milliseconds: Int64)
}
