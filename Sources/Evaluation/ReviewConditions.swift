import Predictions
import Reviewing

/// The conditions of a query that the ledger answers, and those that need a row's text.
struct ReviewConditions: Sendable {
  private let context: QueryContext

  init(_ context: QueryContext) {
    self.context = context
  }

  /// What is true of a content about which nobody ever said anything; nothing where its text is needed.
  func truthInSilence(of condition: QueryCondition) -> Bool? {
    switch condition {
    case .missed, .disputed, .sampled, .reviewed, .passed, .since, .by: false
    case .unreviewed: true
    case .changed: context.book.isEmpty ? false : nil
    default: truth(of: condition, [])
    }
  }

  /// What the ledger knows of a row; nothing where its text is needed.
  func truth(
    of condition: QueryCondition, _ entry: RowEntry, _ reviews: [CurrentReview]
  ) -> Bool? {
    switch condition {
    case .missed:
      entry.automatic == .correct
        && reviews.contains { $0.review.verdict == .wrong || $0.review.upsetting != nil }
    case .disputed:
      Set(reviews.compactMap(\.review.verdict)).count > 1
        && context.book.resolution(of: entry.digest) == nil
    case .sampled: reviews.contains { $0.context.draw != nil }
    case .reviewed: reviews.contains { $0.review.verdict != nil }
    case .unreviewed(let reviewer):
      !reviews.contains { $0.review.verdict != nil && isWanted($0.by, reviewer) }
    case .passed(let reviewer):
      context.book.passes(of: entry.digest).contains { isWanted($0.to, reviewer) }
    case .changed: reviews.isEmpty && !context.book.isEmpty ? nil : false
    case .since(let moment): reviews.contains { $0.at >= start(of: moment) }
    case .by(let reviewer): reviews.contains { isWanted($0.by, reviewer) }
    default: truth(of: condition, reviews)
    }
  }

  private func truth(of condition: QueryCondition, _ reviews: [CurrentReview]) -> Bool? {
    switch condition {
    case .verdict(let verdict):
      reviews.contains { $0.review.verdict?.rawValue == verdict.rawValue }
    case .upsetting: reviews.contains { $0.review.upsetting != nil }
    case .severity(let comparison):
      reviews.contains { review in
        review.review.upsetting.map { comparison.holds(for: Double($0.severity)) } ?? false
      }
    case .category(let pattern):
      reviews.contains { $0.review.upsetting?.categories.contains(where: pattern.matches) ?? false }
    case .badTarget: reviews.contains { $0.review.badTarget }
    case .flagged: reviews.contains { $0.review.isFlagged }
    case .tag(let pattern): reviews.contains { $0.review.tags.contains(where: pattern.matches) }
    case .label(let pattern):
      reviews.contains { $0.review.label.map(pattern.matches) ?? false }
    case .comment: reviews.contains { $0.hasComment } ? nil : false
    default: nil
    }
  }

  /// What only the row's text, or a comment on disk, says.
  func truth(
    of condition: QueryCondition, _ prediction: Prediction, _ reviews: [CurrentReview]
  ) -> Bool {
    switch condition {
    case .text(let pattern): prediction.texts.contains(where: pattern.isContained)
    case .part(let part, let pattern):
      content(of: prediction, part).map { pattern.isContained(in: $0.plainText) } ?? false
    case .id(let pattern): pattern.matches(prediction.key)
    case .run(let pattern): prediction.run.map(pattern.matches) ?? false
    case .model(let pattern): prediction.model.map(pattern.matches) ?? false
    case .changed:
      context.book.isChanged(input: prediction.inputDigest, content: prediction.contentDigest)
    case .comment(let pattern):
      reviews.contains { review in
        review.hasComment && context.comment(review).map(pattern.isContained) ?? false
      }
    default: false
    }
  }

  private func content(of prediction: Prediction, _ part: QueryTextPart) -> Content? {
    switch part {
    case .input: prediction.input
    case .output: prediction.output
    case .target: prediction.target
    }
  }

  /// Whether `name` is who the query means; anybody where it names nobody.
  private func isWanted(_ name: String, _ reviewer: QueryReviewer?) -> Bool {
    switch reviewer {
    case nil: true
    case .me: name == context.reviewer
    case .named(let pattern): pattern.matches(name)
    }
  }

  private func start(of moment: QueryMoment) -> Timestamp {
    switch moment {
    case .instant(let milliseconds): Timestamp(milliseconds: milliseconds)
    case .ago(let milliseconds):
      Timestamp(milliseconds: context.now.milliseconds - milliseconds)
    }
  }
}

extension Prediction {
  /// What find and free words of a query look into.
  var texts: [String] {
    [key] + [input, output, target].compactMap { $0?.plainText }
  }
}
