/// How far points have run away from a target, added up. Finds small lasting changes and their start.
///
/// E. S. Page, "Continuous Inspection Schemes", Biometrika 41 (1954); NIST/SEMATECH e-Handbook, section
/// 6.3.2.3.
package struct CumulativeSum: Hashable, Sendable {
  /// Σ(x − target) up to each point.
  package let sums: [Double]

  /// max(0, before + x − target − slack): what ran upward.
  package let above: [Double]

  /// max(0, before + target − slack − x): what ran downward.
  package let below: [Double]

  /// The place of the first point at which one of both is greater than the threshold, from 0.
  package let firstSignal: Int?

  /// `slack` is what is let pass each time, half of the change to be found; `threshold` how much may
  /// add up. Undefined where a point is not finite.
  package init?(_ points: [Double], target: Double, slack: Double, threshold: Double) {
    guard points.allSatisfy(\.isFinite) else { return nil }
    var sums: [Double] = []
    var above: [Double] = []
    var below: [Double] = []
    for point in points {
      sums.append((sums.last ?? 0) + (point - target))
      above.append(max(0, (above.last ?? 0) + point - target - slack))
      below.append(max(0, (below.last ?? 0) + target - slack - point))
    }
    self.sums = sums
    self.above = above
    self.below = below
    firstSignal = points.indices.first { above[$0] > threshold || below[$0] > threshold }
  }
}
