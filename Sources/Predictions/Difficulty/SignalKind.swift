/// What decided the tiers of a file, in the order in which a file is asked for it.
package enum SignalKind: String, CaseIterable, Hashable, Sendable {
  /// The file's own field says how difficult a prediction is.
  case difficulty
  /// Confidence and variability over the epochs of a training.
  case dynamics
  /// Several models, epochs or judges on one input.
  case votes
  /// A probability for each class.
  case scores
  /// One probability.
  case confidence
  /// Several graded scores.
  case judges
  /// The text itself: empty, cut off, looping, …
  case signs
  case none
}
