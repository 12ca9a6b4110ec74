import Statistics

/// A segment's value among all of them, with an interval that holds for all of them together.
package struct SegmentStanding: Encodable, Sendable {
  package let segment: String
  package let value: String
  package let items: Int
  package let wrong: Rate
  /// The interval begins above the rate of the whole run.
  package let isWorse: Bool

  private enum CodingKeys: String, CodingKey {
    case segment, value, wrong
    case items = "count"
    case isWorse = "worse"
  }
}

extension [SegmentStanding] {
  /// Values with fewer drawn and judged items are not compared: of five items one that is wrong is a
  /// fifth for sure, and no news.
  private static var leastJudged: Int { 5 }

  /// The values of all segments that were looked at, worst first by the lower ends of their intervals.
  ///
  /// Each interval has the confidence 1 − α/m, after Bonferroni, where m values are compared.
  init(_ evaluation: RunEvaluation) {
    let cells = evaluation.cells
    let sample = evaluation.sample
    var values: [(segment: Int, code: Int)] = []
    for segment in cells.segmentNames.indices {
      let seen = sample.items.filter(\.value.isJudged)
        .reduce(into: [Int: Int]()) { $0[$1.segments[segment], default: 0] += 1 }
      values += seen.filter { $0.key > 0 && $0.value >= Self.leastJudged }.keys.sorted()
        .map { (segment, $0) }
    }
    let confidence = Multiplicity.simultaneous(
      confidence: Rate.usualConfidence(soFar: sample.isSoFar), of: values.count)
    let estimator = RunEstimator(cells, sample)
    let overall = evaluation.rates[.wrong]?.rate
    self = values.compactMap { segment, code in
      let rate = estimator.rate(.wrong, segment: segment, code: code, confidence: confidence)
      return rate.map { rate in
        SegmentStanding(
          segment: cells.segmentNames[segment], value: cells.segmentValues[segment][code],
          items: cells.count(segment: segment, code: code), wrong: rate,
          isWorse: overall.map { rate.low > $0 } ?? false)
      }
    }
    .sorted { ($0.wrong.low, $0.wrong.rate) > ($1.wrong.low, $1.wrong.rate) }
  }
}
