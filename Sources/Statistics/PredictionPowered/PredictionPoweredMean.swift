/// The mean of human verdicts over a run, from few of them and an automatic score of every prediction.
///
/// The score's mean over the whole run, put right by how far verdicts lie from it where both are
/// known: A. N. Angelopoulos, S. Bates, C. Fannjiang, M. I. Jordan and T. Zrnic, "Prediction-powered
/// inference", Science 382 (2023). λ says how far the score is believed; at 0 it is not, and tuned as in
/// A. N. Angelopoulos, J. C. Duchi and T. Zrnic, "PPI++: Efficient Prediction-Powered Inference" (2023),
/// it never makes the interval wider in the long run, however bad the score.
///
///     var reviewed = PairedMoments()
///     reviewed.add(1, 0.83)   // wrong, of which the score was .83
///     let others = Moments(scores)
///     PredictionPoweredMean(reviewed: reviewed, others: others)?.estimate.interval()
package struct PredictionPoweredMean: Sendable {
  /// How far the score is believed: 0 not at all, 1 as if it were the verdict.
  package let lambda: Double

  /// mean(y) + λ(mean of the other scores − mean of the reviewed ones' scores), and its standard error
  /// √(λ²s²(others)/N + s²(y − λf)/n), both variances over n and not n − 1.
  package let estimate: Estimate

  /// `reviewed` has verdicts first and scores second; `others` the scores of what was not reviewed.
  ///
  /// Without `lambda` it is tuned. The interval is the normal one, which takes some dozens of verdicts
  /// and several that the score got wrong. Undefined where nothing was reviewed, or nothing else is there.
  package init?(reviewed: PairedMoments, others: Moments, lambda: Double? = nil) {
    guard let verdict = reviewed.first.mean, let score = reviewed.second.mean,
      let otherScore = others.mean, let verdictSpread = reviewed.first.populationVariance,
      let scoreSpread = reviewed.second.populationVariance,
      let together = reviewed.populationCovariance,
      let otherSpread = others.populationVariance
    else { return nil }
    let n = Double(reviewed.count)
    let other = Double(others.count)
    let believed = lambda ?? Self.tuned(reviewed: reviewed, others: others, together)
    let residual = verdictSpread - 2 * believed * together + believed * believed * scoreSpread
    let variance = believed * believed * otherSpread / other + max(0, residual) / n
    guard
      let estimate = Estimate(
        value: verdict + believed * (otherScore - score), standardError: variance.squareRoot())
    else { return nil }
    self.lambda = believed
    self.estimate = estimate
  }

  /// cov(y, f) / ((1 + n/N) s²(f)), s² over all scores, moved into 0…1: PPI++, section 6, with the
  /// bounds of its authors' library. 0 where scores do not vary.
  private static func tuned(
    reviewed: PairedMoments, others: Moments, _ together: Double
  ) -> Double {
    var all = reviewed.second
    all.add(others)
    guard let spread = all.variance, spread > 0 else { return 0 }
    let share = 1 + Double(reviewed.count) / Double(others.count)
    return min(1, max(0, together / (share * spread)))
  }
}
