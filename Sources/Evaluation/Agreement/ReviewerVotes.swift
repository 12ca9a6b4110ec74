import Predictions
import Reviewing

/// What each reviewer says of one item that several have judged.
package struct ReviewerVotes: Hashable, Sendable {
  package struct Vote: Hashable, Sendable {
    package let reviewer: String
    package let verdict: Verdict
    package let isUpset: Bool
  }

  /// The item's first row.
  package let row: Int
  /// By name; at least two.
  package let votes: [Vote]
  /// What settled a disagreement for the team.
  package let settled: Verdict?
  /// A draw took the item, so that nobody chose to look at it twice.
  package let isDrawn: Bool

  /// The verdicts are not all the same.
  package var isDisagreement: Bool { Set(votes.map(\.verdict)).count > 1 }
  /// Nobody settled it.
  package var isOpen: Bool { isDisagreement && settled == nil }

  /// The votes on every item of an index with verdicts by two reviewers or more, in file order.
  ///
  /// `drawn` are the first rows of items that draws took; with a moment only what was said since then
  /// is a vote.
  package static func find(
    in snapshot: IndexSnapshot, book: ReviewBook, drawn: Set<Int>, since moment: Timestamp? = nil
  ) -> [ReviewerVotes] {
    var found: [ReviewerVotes] = []
    snapshot.forEachReviewedItem(in: book) { stretch, place in
      let content = stretch.digest(place)
      let reviews = book.reviews(of: content).filter { $0.at >= moment ?? $0.at }
      let votes = reviews.compactMap { current in
        current.review.verdict.map {
          Vote(reviewer: current.by, verdict: $0, isUpset: current.review.upsetting != nil)
        }
      }
      guard votes.count > 1 else { return }
      let row = stretch.rows.lowerBound + place
      found.append(
        ReviewerVotes(
          row: row, votes: votes.sorted { $0.reviewer < $1.reviewer },
          settled: book.resolution(of: content)?.review.verdict, isDrawn: drawn.contains(row)))
    }
    return found
  }
}

extension ReviewerVotes {
  /// The votes on the items that a query matches.
  ///
  /// A query that asks what reviewers said, such as `disputed`, leaves no random sample: then no item
  /// counts as drawn.
  package static func find(
    matching query: Query?, in context: QueryContext
  ) throws(QueryError) -> [ReviewerVotes] {
    let isChosenByReviews = query?.firstTermAboutReviews != nil
    let votes = find(
      in: context.snapshot, book: context.book,
      drawn: isChosenByReviews ? [] : RunEvaluator(context).drawnRows)
    guard let query else { return votes }
    let matcher = try QueryMatcher(query, context: context)
    return votes.filter { matcher.matches(row: $0.row) }
  }
}
