import Predictions
import Statistics

/// The wrong rate of a run from few verdicts and an automatic grade of every item.
///
/// The prediction-powered estimate with tuned λ; see ``Statistics/PredictionPoweredMean``. A grade is
/// turned into 0, the best of the run, to 1, the worst.
enum GradedEstimate {
  /// Fewer verdicts, or fewer that the grade does not foresee, make the interval too narrow.
  static let leastVerdicts = 100
  static let leastDisagreements = 10

  /// Nothing where the estimate should not be used: an unfinished draw or one by tier, an item without
  /// a grade, too few verdicts or disagreements.
  static func wrongRate(
    _ evaluation: RunEvaluation, _ run: RunConfidence, in snapshot: IndexSnapshot,
    of rows: RowSet?
  ) -> Rate? {
    let sample = evaluation.sample
    guard !sample.isStratified, !sample.isSoFar, run.graded == evaluation.items,
      let grades = run.grades, grades.upperBound > grades.lowerBound
    else { return nil }
    let scale = Scale(grades)
    let judged = sample.items.filter(\.value.isJudged)
    let pairs = judged.compactMap { item in item.score.map { (item.value.wrong, scale.bad($0)) } }
    let disagreements = pairs.count { ($0 >= 0.5) != ($1 >= 0.5) }
    guard pairs.count == judged.count, pairs.count >= leastVerdicts,
      disagreements >= leastDisagreements
    else { return nil }
    let reviewed = Set(judged.map(\.row))
    let others = snapshot.reduceItems(
      of: rows, into: Moments(),
      add: { moments, stretch, items in
        items.forEach { place in
          guard !reviewed.contains(stretch.rows.lowerBound + place),
            case .score(let score)? = stretch.automatic(place)
          else { return }
          moments.add(scale.bad(score))
        }
      }, merge: { $0.add($1) })
    return rate(PairedMoments(pairs), others)
  }

  private static func rate(_ reviewed: PairedMoments, _ others: Moments) -> Rate? {
    guard let estimate = PredictionPoweredMean(reviewed: reviewed, others: others)?.estimate,
      let interval = estimate.interval(confidence: Rate.confidence)
    else { return nil }
    func within(_ share: Double) -> Double { min(1, max(0, share)) }
    return Rate(
      events: nil, n: reviewed.count, rate: within(estimate.value),
      interval: Interval(low: within(interval.low), high: within(interval.high)),
      method: .predictionPowered)
  }

  /// How bad a grade is, from 0 to 1.
  private struct Scale: Sendable {
    let grades: ClosedRange<Double>

    init(_ grades: ClosedRange<Double>) { self.grades = grades }

    func bad(_ grade: Double) -> Double {
      (grades.upperBound - grade) / (grades.upperBound - grades.lowerBound)
    }
  }
}
