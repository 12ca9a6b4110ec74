import Predictions
import Reviewing

/// A query made ready for one set of predictions: its fields are known, its dates are moments.
///
///     let matcher = try QueryMatcher(query, context: context)
///     let rows = (0..<context.snapshot.rowCount).filter(matcher.matches)
///
/// A row is first asked what the index and the ledger answer, in constant time; its text is read
/// only where that leaves the answer open.
package struct QueryMatcher: Sendable {
  private let query: Query
  private let context: QueryContext
  private let index: IndexConditions
  private let reviews: ReviewConditions

  /// Throws where the query names a field that these files do not have, or a tier that none has.
  package init(_ query: Query, context: QueryContext) throws(QueryError) {
    self.query = query
    self.context = context
    index = IndexConditions(context.snapshot)
    reviews = ReviewConditions(context)
    for term in query.terms { try index.check(term) }
  }

  /// Whether the prediction of `row` passes.
  package func matches(row: Int) -> Bool {
    let entry = context.snapshot[row]
    let current = context.book.reviews(of: entry.digest)
    let quick: (QueryCondition) -> Bool? = { condition in
      index.truth(of: condition, entry) ?? reviews.truth(of: condition, entry, current)
    }
    if let answer = Self.truth(of: query.root, by: quick) { return answer }
    let prediction = context.store.prediction(at: row)
    return Self.truth(of: query.root) { condition in
      quick(condition) ?? reviews.truth(of: condition, prediction, current)
    } ?? false
  }

  /// Three-valued: what is not known stays open unless the rest decides. As deep as the query's
  /// parentheses, which parsing bounds.
  private static func truth(
    of node: Query.Node, by truth: (QueryCondition) -> Bool?
  ) -> Bool? {
    switch node {
    case .term(let term): return truth(term.condition)
    case .not(let node): return Self.truth(of: node, by: truth).map { !$0 }
    case .all(let nodes): return decide(nodes, by: truth, decisive: false)
    case .any(let nodes): return decide(nodes, by: truth, decisive: true)
    }
  }

  private static func decide(
    _ nodes: [Query.Node], by truth: (QueryCondition) -> Bool?, decisive: Bool
  ) -> Bool? {
    var answer: Bool? = !decisive
    for node in nodes {
      let one = Self.truth(of: node, by: truth)
      if one == decisive { return decisive }
      if one == nil { answer = nil }
    }
    return answer
  }
}
