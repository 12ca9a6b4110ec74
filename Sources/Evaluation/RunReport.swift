import Predictions
import Statistics

/// What numbers about a run are meant for.
package enum ReportScope: String, CaseIterable, Sendable {
  /// This run, of which the automatic metric knows everything.
  case run
  /// The model on inputs to come, of which the run is a sample.
  case model
}

/// What the run's own metric says of some predictions: how many are right, or their mean grade.
package struct AutomaticMetric: Encodable, Hashable, Sendable {
  private enum CodingKeys: String, CodingKey { case metric, mean, n, events, rate }

  /// `accuracy` or `mean-score`.
  package let metric: String
  package let accuracy: Rate?
  package let mean: Double?
  package let graded: Int
  /// What the interval would be about; of the run itself, which is known whole, there is none.
  package var about = ReportScope.model

  /// Nothing where no row has a result; grades go before right and wrong, of which they may be 0 and 1.
  init?(_ counts: ResultCounts, about scope: ReportScope = .model) {
    about = scope
    let judged = counts.correct + counts.incorrect
    graded = counts.graded > 0 ? counts.graded + judged : 0
    if counts.graded > 0 {
      metric = "mean-score"
      accuracy = nil
      mean = (counts.gradeSum + Double(counts.correct)) / Double(graded)
    } else {
      let proportion = Proportion(events: Double(counts.correct), of: judged)
      guard let rate = Rate(wilson: proportion) else { return nil }
      metric = "accuracy"
      accuracy = rate
      mean = nil
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(metric, forKey: .metric)
    if let accuracy, about == .model { return try accuracy.encode(to: encoder) }
    if let accuracy {
      try container.encodeIfPresent(accuracy.events, forKey: .events)
      try container.encode(accuracy.rate, forKey: .rate)
      return try container.encode(accuracy.n, forKey: .n)
    }
    try container.encodeIfPresent(mean, forKey: .mean)
    try container.encode(graded, forKey: .n)
  }
}

/// What is known of a whole run without anybody's reviews. Every row counts, also one that repeats.
package struct RunReport: Encodable, Sendable {
  package struct TierLine: Encodable, Sendable {
    package let tier: String
    package let count: Int
    package let automatic: AutomaticMetric?
  }

  package struct SegmentLine: Encodable, Sendable {
    package let segment: String
    package let value: String
    package let count: Int
    package let automatic: AutomaticMetric?
  }

  package let predictions: Int
  package let damaged: Int
  package let automatic: AutomaticMetric?
  package let tiers: [TierLine]
  package let segments: [SegmentLine]

  package init(_ counts: RunCounts, about scope: ReportScope = .model) {
    predictions = counts.all.rows
    damaged = counts.damaged
    automatic = AutomaticMetric(counts.all, about: scope)
    tiers = counts.tiers.map {
      TierLine(tier: $0.name, count: $1.rows, automatic: AutomaticMetric($1, about: scope))
    }
    segments = counts.segments.map {
      SegmentLine(
        segment: $0.segment, value: $0.value, count: $0.results.rows,
        automatic: AutomaticMetric($0.results, about: scope))
    }
  }
}
