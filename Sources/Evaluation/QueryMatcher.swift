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
  private let fields: FileFields
  /// The texts that rows have to hold.
  private let patterns: [TextPattern]

  /// Throws where the query names a field that these files do not have, or that could be several
  /// of theirs, or a tier that none has.
  package init(_ query: Query, context: QueryContext) throws(QueryError) {
    root = QueryStep(query.root)
    self.context = context
    index = IndexConditions(context.snapshot)
    reviews = ReviewConditions(context)
    let terms = query.terms
    patterns = terms.compactMap(\.condition.searched)
    fields = try FileFields(terms, in: context.snapshot)
    for term in terms { try index.check(term) }
  }

  /// The same query for many rows at once; `sieve` is of all that was ever said.
  func filter(sieve: DigestSieve) -> RowFilter {
    let searches = patterns.map {
      ($0, TextSearch($0, in: context.store, snapshot: context.snapshot))
    }
    return RowFilter(
      root, index: index, fields: fields, reviews: reviews, sieve: sieve,
      searches: Dictionary(searches) { first, _ in first })
  }

  /// Whether the prediction of `row` passes; one that would have to be read and cannot be does not,
  /// and is noted in the context.
  package func matches(row: Int) -> Bool {
    let entry = context.snapshot[row]
    let current = context.book.reviews(of: entry.digest)
    let quick: QueryStep.Truth = { condition, review in
      if case .field(let name, let value) = condition {
        return fields.truth(of: value, field: name, entry)
      }
      let reviewed = review.map { [$0] } ?? current
      return index.truth(of: condition, entry) ?? reviews.truth(of: condition, entry, reviewed)
    }
    if let answer = root.truth(of: current, by: quick) { return answer }
    let texts = RowTexts(row, of: context.store)
    let whole: QueryStep.Truth = { condition, review in
      if let answer = quick(condition, review) { return answer }
      if case .field(let name, let value) = condition {
        guard texts.raw.readError == nil else { return nil }
        return fields.truth(of: value, field: name, entry, texts.raw)
      }
      // A comment lies in the ledger; all else is asked of the row, which nobody knows without it.
      if case .comment = condition {} else if texts.prediction.readError != nil { return nil }
      return reviews.truth(of: condition, texts.prediction, review.map { [$0] } ?? current)
    }
    let answer = root.truth(of: current, by: whole)
    if answer == nil { context.noteUnread(row) }
    return answer ?? false
  }
}

/// A row on disk, of which is read what is asked for, once.
private final class RowTexts {
  private let row: Int
  private let store: PredictionStore
  private(set) lazy var prediction = store.prediction(at: row)
  private(set) lazy var raw = store.rawRow(at: row)

  init(_ row: Int, of store: PredictionStore) {
    self.row = row
    self.store = store
  }
}
