/// Up to which cut predictions can be handled without people, at a leak that the team accepts.
///
/// Cuts are fixed beforehand and tested from the most confident down; the first that fails ends it, so
/// all of the error goes to each: A. N. Angelopoulos, S. Bates, E. J. Candès, M. I. Jordan and L. Lei,
/// "Learn then Test: Calibrating Predictive Algorithms to Achieve Risk Control" (2021), section 2.3.
package enum SafeCut {
  /// How many cuts, from the first, leak no more than `leak` with this confidence.
  ///
  /// Each sample holds what people found wrong among the reviewed predictions that would be handled up
  /// to that cut. A cut passes where the exact one-sided upper bound of its share is at most the leak; a
  /// cut with no reviews does not.
  package static func count(
    _ samples: [Proportion], leak: Double, confidence: Double = 0.95
  ) -> Int {
    samples.prefix { ($0.exactUpperBound(confidence: confidence) ?? 1) <= leak }.count
  }
}
