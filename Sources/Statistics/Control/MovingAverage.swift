/// A mean that forgets: each point counts λ, and what came before 1 − λ. Finds small lasting changes.
///
/// S. W. Roberts, "Control Chart Tests Based on Geometric Moving Averages", Technometrics 1 (1959);
/// NIST/SEMATECH e-Handbook, section 6.3.2.4.
package struct MovingAverage: Hashable, Sendable {
  /// Begins with the target, and then one for each point: λx + (1 − λ)·the one before.
  package let averages: [Double]

  /// target ± kσ√(λ/(2 − λ)), which the limits of later points come close to.
  package let limits: Interval

  /// For each point target ± kσ√(λ/(2 − λ) · (1 − (1 − λ)²ⁱ)).
  package let limitsInTime: [Interval]

  /// `memory` is λ, above 0 and up to 1; `deviation` the standard deviation σ of single points. Undefined
  /// where a point is not finite.
  package init?(
    _ points: [Double], target: Double, deviation: Double, memory: Double = 0.3,
    deviations: Double = 3
  ) {
    precondition(memory > 0 && memory <= 1, "a memory that is none")
    guard points.allSatisfy(\.isFinite) else { return nil }
    var averages = [target]
    var last = target
    for point in points {
      last = memory * point + (1 - memory) * last
      averages.append(last)
    }
    let square = memory / (2 - memory)
    func limits(_ share: Double) -> Interval {
      let half = deviations * deviation * (square * share).squareRoot()
      return Interval(low: target - half, high: target + half)
    }
    self.averages = averages
    self.limits = limits(1)
    limitsInTime = points.indices.map {
      limits(1 - Elementary.power(1 - memory, Double(2 * ($0 + 1))))
    }
  }

  /// The places of the points whose average lies outside of its limits, from 0.
  package var outside: [Int] {
    zip(averages.dropFirst(), limitsInTime).enumerated()
      .filter { !$1.1.contains($1.0) }.map(\.offset)
  }
}
