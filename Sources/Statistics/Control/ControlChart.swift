/// A number over time with the limits that it should keep to while nothing changes.
///
/// After W. A. Shewhart (1931); formulas and constants of the NIST/SEMATECH e-Handbook of Statistical
/// Methods, section 6.3. Limits lie three standard deviations from the centre where nothing is said:
/// about one point in 370 leaves them by chance.
package struct ControlChart: Hashable, Sendable {
  /// In order of time.
  package let points: [Double]

  /// What the points vary around.
  package let centre: Double

  /// One for each point.
  package let limits: [Interval]

  /// The places of the points outside of their limits, from 0.
  package var outside: [Int] {
    zip(points, limits).enumerated().filter { !$1.1.contains($1.0) }.map(\.offset)
  }
}

extension ControlChart {
  /// Shares of samples, p: centre Σx/Σn, limits p̄ ± k√(p̄(1 − p̄)/n) with each sample's own n, cut off
  /// at 0 and 1; section 6.3.3.2.
  ///
  /// Undefined where a sample has no trials, or there is none.
  package static func shares(_ samples: [Proportion], deviations: Double = 3) -> ControlChart? {
    let rates = samples.compactMap(\.rate)
    guard !rates.isEmpty, rates.count == samples.count else { return nil }
    let trials = samples.map { Double($0.trials) }
    let centre = ExactSum(samples.map(\.events)).value / ExactSum(trials).value
    let limits = trials.map { trials in
      let half = deviations * (centre * (1 - centre) / trials).squareRoot()
      return Interval(low: centre - half, high: centre + half).clamped(to: 0...1)
    }
    return ControlChart(points: rates, centre: centre, limits: limits)
  }

  /// Counts over equal stretches, c: centre c̄, limits c̄ ± k√c̄, cut off at 0; section 6.3.3.1.
  ///
  /// Undefined without counts.
  package static func counts(_ counts: [Int], deviations: Double = 3) -> ControlChart? {
    guard !counts.isEmpty else { return nil }
    let points = counts.map(Double.init)
    let centre = ExactSum(points).value / Double(points.count)
    let half = deviations * centre.squareRoot()
    let limits = Interval(low: max(0, centre - half), high: centre + half)
    return ControlChart(points: points, centre: centre, limits: points.map { _ in limits })
  }

  /// Single numbers: centre x̄, limits x̄ ± k·MR̄/1.128, with MR̄ the mean distance of neighbours;
  /// section 6.3.2.2.
  ///
  /// Undefined of fewer than two numbers, or where one is not finite.
  package static func individuals(
    _ points: [Double], deviations: Double = 3
  ) -> ControlChart? {
    guard let centre = Moments(points).mean, let range = meanMovingRange(points) else {
      return nil
    }
    // The mean distance of two normal numbers is 2/√π = 1.128 standard deviations.
    let half = deviations * range / 1.128
    let limits = Interval(low: centre - half, high: centre + half)
    return ControlChart(points: points, centre: centre, limits: points.map { _ in limits })
  }

  /// Distances of neighbours: centre MR̄, limits 0 to 3.267 MR̄; section 6.3.2.2. Undefined likewise.
  package static func movingRanges(_ points: [Double]) -> ControlChart? {
    guard let centre = meanMovingRange(points) else { return nil }
    let limits = Interval(low: 0, high: 3.267 * centre)
    let ranges = zip(points, points.dropFirst()).map { abs($1 - $0) }
    return ControlChart(points: ranges, centre: centre, limits: ranges.map { _ in limits })
  }

  /// Estimates of runs with each one's own standard error: centre Σx/s² / Σ1/s², limits centre ± k·s.
  ///
  /// Runs are reviewed to different depths, so a point with few reviews has wider limits. Undefined of
  /// fewer than eight, of which limits would say nothing, or where a standard error is absent or 0.
  package static func estimates(
    _ estimates: [Estimate], deviations: Double = 3
  ) -> ControlChart? {
    let errors = estimates.compactMap(\.standardError).filter { $0 > 0 }
    guard errors.count >= 8, errors.count == estimates.count else { return nil }
    var sum = ExactSum()
    var weights = ExactSum()
    for (estimate, error) in zip(estimates, errors) {
      sum.add(estimate.value / (error * error))
      weights.add(1 / (error * error))
    }
    guard let centre = (sum.value / weights.value).finite else { return nil }
    let limits = errors.map {
      Interval(low: centre - deviations * $0, high: centre + deviations * $0)
    }
    return ControlChart(points: estimates.map(\.value), centre: centre, limits: limits)
  }

  private static func meanMovingRange(_ points: [Double]) -> Double? {
    Moments(zip(points, points.dropFirst()).map { abs($1 - $0) }).mean
  }
}
