import Predictions
import Reviewing

/// A query's tree with the terms gathered that have to hold for one and the same review.
indirect enum QueryStep: Sendable {
  /// What a condition is, of one review where one is given; nothing while that is not known.
  typealias Truth = (QueryCondition, CurrentReview?) -> Bool?

  case term(QueryCondition)
  case not(QueryStep)
  case all([QueryStep])
  case any([QueryStep])
  /// Some review meets all of these, which are terms about reviews without negation.
  case review([QueryStep])

  /// As deep as the query's parentheses, which parsing bounds.
  init(_ node: Query.Node) {
    switch node {
    case .term(let term): self = .term(term.condition)
    case .not(let node): self = .not(QueryStep(node))
    case .any(let nodes): self = .any(nodes.map(QueryStep.init))
    case .all(let nodes):
      let steps = nodes.map(QueryStep.init)
      let ofReviews = steps.filter(\.isOfOneReview)
      guard ofReviews.count > 1 else {
        self = .all(steps)
        return
      }
      self = .all(steps.filter { !$0.isOfOneReview } + [.review(ofReviews)])
    }
  }

  /// Three-valued: what is not known stays open unless the rest decides.
  func truth(of reviews: [CurrentReview], by truth: Truth) -> Bool? {
    self.truth(of: nil, among: reviews, by: truth)
  }

  private func truth(
    of review: CurrentReview?, among reviews: [CurrentReview], by truth: Truth
  ) -> Bool? {
    switch self {
    case .term(let condition): truth(condition, review)
    case .not(let step): step.truth(of: review, among: reviews, by: truth).map { !$0 }
    case .all(let steps):
      Self.decide(steps, decisive: false) { $0.truth(of: review, among: reviews, by: truth) }
    case .any(let steps):
      Self.decide(steps, decisive: true) { $0.truth(of: review, among: reviews, by: truth) }
    case .review(let steps):
      Self.decide(review.map { [$0] } ?? reviews, decisive: true) { review in
        Self.decide(steps, decisive: false) { $0.truth(of: review, among: reviews, by: truth) }
      }
    }
  }

  private static func decide<Element>(
    _ elements: [Element], decisive: Bool, by truth: (Element) -> Bool?
  ) -> Bool? {
    var answer: Bool? = !decisive
    for element in elements {
      let one = truth(element)
      if one == decisive { return decisive }
      if one == nil { answer = nil }
    }
    return answer
  }

  /// Whether only terms about single reviews are in here, and no negation.
  private var isOfOneReview: Bool {
    switch self {
    case .term(let condition): condition.isAboutOneReview
    case .not: false
    case .all(let steps), .any(let steps): steps.allSatisfy(\.isOfOneReview)
    case .review: true
    }
  }
}

extension QueryCondition {
  fileprivate var isAboutOneReview: Bool {
    switch self {
    case .verdict, .upsetting, .severity, .category, .badTarget, .flagged, .tag, .label, .by,
      .comment, .since:
      true
    default: false
    }
  }
}
