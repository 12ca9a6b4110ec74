/// The orders in which a list of predictions can stand.
package enum SortOrder: String, CaseIterable, Hashable, Sendable {
  /// What the model was least sure of first.
  case uncertain
  /// As the rows lie in the file.
  case file
  /// Where reviewers, or reviewers and the metric, disagree first.
  case disagreement
  /// Confident and automatically incorrect first, then by the number of signs.
  case suspicious
  /// The same random order each time, on every machine.
  case random
}
