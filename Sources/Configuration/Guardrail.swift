/// A metric with an allowed range and a response.
package struct Guardrail: Hashable, Sendable {
  /// What is measured.
  package enum Metric: String, CaseIterable, Hashable, Sendable {
    case accuracy
    case meanScore = "mean-score"
    case wrongRate = "wrong-rate"
    case unsureRate = "unsure-rate"
    case upsettingRate = "upsetting-rate"
    case upsettingCount = "upsetting-count"
    case severity3Count = "severity3-count"
    case badTargetRate = "bad-target-rate"
    case missedRate = "missed-rate"
    case coverage
    case daysSinceReview = "days-since-review"
    case agreement
    case calibrationError = "calibration-error"
    case damagedRate = "damaged-rate"
    case predictions
  }

  package var metric: Metric
  /// The query that says which predictions it is about; all of them without one.
  package var `where`: String?
  package var range: ClosedRange<Double>
  /// Inside of the range but outside of this one is worth a warning.
  package var warn: ClosedRange<Double>?
  /// How far back reviews are pooled, in seconds.
  package var over: Int?
  /// The command to run when the range was left.
  package var respond: String?
  /// Respond from the screen as soon as a review is saved.
  package var atOnce = false
  /// Where it stands in the file.
  package var line = 0

  package init(metric: Metric, range: ClosedRange<Double>) {
    self.metric = metric
    self.range = range
  }
}
