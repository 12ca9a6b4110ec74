/// Bins that hold as many predictions each, however close together their confidences lie.
///
/// J. Nixon, M. W. Dusenberry, L. Zhang, G. Jerfel and D. Tran, "Measuring Calibration in Deep Learning",
/// CVPR workshops (2019), section 4: modern models are nearly always sure, and bins of equal width leave
/// most of them empty.
package struct AdaptiveBins: Sendable {
  /// In order of confidence.
  package let bins: [ReliabilityBin]

  /// Bin m of M holds places ⌊(m − 1)n/M⌋ to ⌊mn/M⌋ in order of confidence; none is empty.
  ///
  /// Outcomes and what is left out are as in ``Calibration``.
  package init(_ predictions: some Sequence<(confidence: Double, outcome: Double)>, bins: Int = 15)
  {
    precondition(bins > 0, "no bins")
    // Equal confidences are ordered too, or the order of the rows would decide which bin they are in.
    let ordered = predictions.filter {
      $0.confidence >= 0 && $0.confidence <= 1 && $0.outcome >= 0 && $0.outcome <= 1
    }.sorted { ($0.confidence, $0.outcome) < ($1.confidence, $1.outcome) }
    let count = min(bins, ordered.count)
    self.bins = (0..<count).map { place in
      let members = ordered[place * ordered.count / count..<(place + 1) * ordered.count / count]
      let first = members[members.startIndex].confidence
      var bin = ReliabilityBin(range: first...members[members.endIndex - 1].confidence)
      for member in members { bin.add(confidence: member.confidence, outcome: member.outcome) }
      return bin
    }
  }
}
