import Predictions
import Reviewing
import Statistics

/// What reviewers say: estimates from draws, and what was found however it was come upon.
extension MetricEvaluator {
  /// Rates of drawn items, and how far reviewers agree about them.
  func estimated(
    _ metric: Metric, _ scope: MetricScope, _ runs: RunEvaluator, where text: String?,
    since: Timestamp?
  ) -> Measurement {
    if metric == .agreement { return agreement(scope, runs, since: since) }
    let sample = runs.sample(context.book, where: text, since: since, of: scope.rows)
    if text == nil, let since, let finding = metric.finding,
      let pooled = runs.pooled(finding, context.book, since: since, sample: sample)
    {
      return Measurement(
        metric, pooled.rate, missing: sample.missing.reduce(0, +), population: pooled.population,
        runs: pooled.runs)
    }
    let estimator = RunEstimator(scope.cells, sample)
    let rate = metric.finding.map { estimator.rate($0) } ?? estimator.missed
    let population = metric == .missedRate ? scope.cells.count(.correct) : scope.cells.count
    guard let rate else {
      let everything = { runs.sample(context.book, where: text, since: nil, of: scope.rows) }
      let isTooOld = since != nil && sample.isEmpty && !everything().isEmpty
      return Measurement(
        metric,
        missing: isTooOld
          ? "no drawn prediction was judged in that time" : reason(metric, sample, population),
        n: 0)
    }
    return Measurement(
      metric, rate, missing: sample.missing.reduce(0, +), population: population)
  }

  private func reason(_ metric: Metric, _ sample: RunSample, _ population: Int) -> String {
    if population == 0 {
      return metric == .missedRate
        ? "no prediction is said to be correct" : "there are no predictions"
    }
    return sample.isEmpty
      ? "no drawn prediction was judged yet" : "not every tier was looked at yet"
  }

  /// Krippendorff's alpha over drawn items that two reviewers or more judged: nobody chose those.
  private func agreement(
    _ scope: MetricScope, _ runs: RunEvaluator, since: Timestamp?
  ) -> Measurement {
    let votes = ReviewerVotes.find(
      in: context.snapshot, book: context.book, drawn: runs.drawnRows, since: since
    ).filter { scope.contains($0.row) }
    let drawn = votes.filter(\.isDrawn)
    guard let alpha = Agreement(drawn).krippendorff else {
      let others = votes.count - drawn.count
      let aside = others > 0 ? "; \(others) that were chosen otherwise do not count" : ""
      return Measurement(
        .agreement,
        missing: drawn.isEmpty
          ? "no drawn prediction was judged by two" + aside
          : "it is undefined where everybody always says the same", n: drawn.count)
    }
    return Measurement(.agreement, alpha, method: "krippendorff")
  }

  /// Counts of all reviews, drawn or not, and how far and when they went over the items.
  func found(_ metric: Metric, _ scope: MetricScope, since: Timestamp?) -> Measurement {
    let (found, last) = scope.found(in: context.snapshot, book: context.book, since: since)
    let items = scope.cells.count
    switch metric {
    case .coverage:
      guard items > 0 else { return Measurement(metric, missing: "there are no predictions", n: 0) }
      return Measurement(
        metric, known: Double(found.judged) / Double(items), n: items,
        events: Double(found.judged), method: "count")
    case .daysSinceReview:
      guard let last else { return Measurement(metric, missing: "nothing was judged yet", n: 0) }
      let days = Double(context.now.milliseconds - last.milliseconds) / 86_400_000
      return Measurement(metric, known: max(0, days), n: nil, method: "last-verdict")
    default:
      guard found.lookedAt > 0 else {
        return Measurement(metric, missing: "nothing was looked at yet", n: 0)
      }
      let count = metric == .severity3Count ? found.severity3 : found.upsetting
      return Measurement(metric, known: Double(count), n: found.lookedAt, method: "count")
    }
  }
}

extension RunEvaluator {
  /// The drawn items that a query matches, judged since a moment.
  ///
  /// A draw that was itself made with this query is a random sample of the same items and counts too;
  /// those of other queries are not.
  func sample(
    _ book: ReviewBook, where text: String?, since: Timestamp?, of rows: RowSet?
  ) -> RunSample {
    let standings = draws.filter { $0.event.draw.where == nil || $0.event.draw.where == text }
      .map { DrawStanding($0.event, $0.sample, book: book) }
    return RunSample(standings, in: snapshot, book: book, since: since, of: rows)
  }
}
