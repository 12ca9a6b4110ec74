/// What a guardrail, a history and a trend are about, by the names of the configuration.
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

  /// How its numbers are meant, and so written.
  package enum Unit: Hashable, Sendable {
    /// A share of a whole, written in percent.
    case share
    case count
    case days
    /// A coefficient or a grade.
    case number
  }

  package var unit: Unit {
    switch self {
    case .upsettingCount, .severity3Count, .predictions: .count
    case .daysSinceReview: .days
    case .meanScore, .agreement: .number
    default: .share
    }
  }

  /// What reviewers are asked, where it is a rate of what they say.
  var finding: Finding? {
    switch self {
    case .wrongRate: .wrong
    case .unsureRate: .unsure
    case .upsettingRate: .upsetting
    case .badTargetRate: .badTarget
    default: nil
    }
  }

  /// It is estimated from a sample, so that an interval and not the value alone is judged.
  ///
  /// Everything else is known: all rows were read, or all reviews.
  package var isEstimated: Bool { finding != nil || self == .missedRate || self == .agreement }

  /// The least and the most that it can be, where there is such a thing.
  var bounds: ClosedRange<Double> {
    switch self {
    case .meanScore: -.infinity ... .infinity
    case .agreement: -1...1
    default: unit == .share ? 0...1 : 0 ... .infinity
    }
  }
}
