import Predictions

extension Query {
  /// The first term whose answer changes with what reviewers say; nothing where all of them are about
  /// predictions alone.
  package var firstTermAboutReviews: QueryTerm? { terms.first(where: \.condition.asksTheLedger) }
}

extension QueryCondition {
  /// Whether what reviewers said could change the answer.
  var asksTheLedger: Bool {
    switch self {
    case .text, .part, .tier, .id, .file, .run, .model, .confidence, .signs, .copies, .automatic,
      .damaged, .shielded, .field:
      false
    case .verdict, .upsetting, .severity, .category, .badTarget, .flagged, .tag, .label, .by,
      .comment, .since, .reviewed, .unreviewed, .missed, .disputed, .changed, .sampled, .passed:
      true
    }
  }
}
