import Evaluation
import Predictions
import Reviewing

/// The query that a sitting begins with, checked before the screen is taken.
enum OpeningQuery {
  /// Throws where `text` is no query or names a field that the files do not have.
  ///
  /// Tiers are not checked: a file may bring some of its own further down.
  static func check(_ text: String, against store: PredictionStore) throws(QueryError) {
    let query = try Query.parse(text)
    let context = QueryContext(
      snapshot: store.snapshot, store: store, book: ReviewBook(), reviewer: "",
      now: Timestamp(milliseconds: 0))
    do throws(QueryError) {
      _ = try QueryMatcher(query, context: context)
    } catch {
      switch error {
      case .unknownField, .ambiguousField: throw error
      default: break
      }
    }
  }
}
