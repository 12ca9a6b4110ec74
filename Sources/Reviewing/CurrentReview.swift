import Predictions

/// The review that counts for one reviewer and one content, or one that settles a disagreement.
package struct CurrentReview: Hashable, Sendable {
  package let id: EventID
  package let at: Timestamp
  package let by: String
  package let seq: Int
  /// The judgement without its comment, which stays on disk: ``Ledger/comment(of:)`` reads it.
  package let review: Review
  package let hasComment: Bool
  package let item: ReviewedItem
  /// The circumstances, without the signal's words.
  package let context: ReviewContext

  package init(
    id: EventID, at: Timestamp, by: String, seq: Int, review: Review, hasComment: Bool,
    item: ReviewedItem, context: ReviewContext
  ) {
    self.id = id
    self.at = at
    self.by = by
    self.seq = seq
    self.review = review
    self.hasComment = hasComment
    self.item = item
    self.context = context
  }
}

/// A prediction that one reviewer handed to another.
package struct Pass: Hashable, Sendable {
  package let id: EventID
  package let at: Timestamp
  package let by: String
  package let to: String
  package let seq: Int
  package let item: ReviewedItem
  /// The text was covered, so that nobody knows what it is.
  package let isCovered: Bool
}

/// A name that reviews use, and in how many current reviews it stands.
package struct NameUse: Hashable, Sendable {
  package let name: String
  package let count: Int

  package init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}
