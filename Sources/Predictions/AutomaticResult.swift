/// What the run's own metric says of a prediction.
package enum AutomaticResult: Hashable, Sendable {
  case correct
  case incorrect
  /// A graded score on the scale of the file.
  case score(Double)
}
