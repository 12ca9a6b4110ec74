import Predictions
import Reviewing

/// A query made ready for one set of predictions: its fields are known, its dates are moments.
///
///     let matcher = try QueryMatcher(query, context: context)
///     let rows = (0..<context.snapshot.rowCount).filter(matcher.matches)
///
/// A row is first asked what the index and the ledger answer, in constant time; its text is read
/// only where that leaves the answer open.
///
/// Terms about reviews that stand side by side mean one and the same review: `verdict:wrong by:lin`
/// is a wrong of lin's, not anybody's wrong beside anything of lin's. A negated term speaks of all
/// reviews: `-by:lin` is what lin has not reviewed.
package struct QueryMatcher: Sendable {
  private let root: QueryStep
  private let context: QueryContext
  private let index: IndexConditions
  private let reviews: ReviewConditions

  /// Throws where the query names a field that these files do not have, or a tier that none has.
  package init(_ query: Query, context: QueryContext) throws(QueryError) {
    root = QueryStep(query.root)
    self.context = context
    index = IndexConditions(context.snapshot)
    reviews = ReviewConditions(context)
    for term in query.terms { try index.check(term) }
  }

  /// Whether the prediction of `row` passes.
  package func matches(row: Int) -> Bool {
    let entry = context.snapshot[row]
    let current = context.book.reviews(of: entry.digest)
    let quick: QueryStep.Truth = { condition, review in
      let reviewed = review.map { [$0] } ?? current
      return index.truth(of: condition, entry) ?? reviews.truth(of: condition, entry, reviewed)
    }
    if let answer = root.truth(of: current, by: quick) { return answer }
    let prediction = context.store.prediction(at: row)
    let whole: QueryStep.Truth = { condition, review in
      quick(condition, review)
        ?? reviews.truth(of: condition, prediction, review.map { [$0] } ?? current)
    }
    return root.truth(of: current, by: whole) ?? false
  }
}
