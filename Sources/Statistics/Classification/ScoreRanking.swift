/// How well scores put what is yes before what is no, at every cut at once.
package struct ScoreRanking: Sendable {
  private let positive: [Double]
  private let negative: [Double]

  /// Takes time in proportion to n log n, as does each measure.
  package init(_ predictions: some Sequence<(score: Double, isPositive: Bool)>) {
    let all = Array(predictions)
    positive = all.filter(\.isPositive).map(\.score)
    negative = all.filter { !$0.isPositive }.map(\.score)
  }

  /// The probability that a yes has a higher score than a no, equal ones counted half: J. A. Hanley and
  /// B. J. McNeil, Radiology 143 (1982). Undefined without both, or where a score is NaN.
  package var areaUnderCurve: Double? {
    guard let pairs = TwoSamples(positive, negative) else { return nil }
    return pairs.higherPairs / (Double(positive.count) * Double(negative.count))
  }

  /// Σ(Rₙ − Rₙ₋₁)Pₙ over the cuts from the highest score down, with precision P and recall R at each;
  /// equal scores are one cut. Undefined without a yes, or where a score is NaN.
  package var averagePrecision: Double? {
    guard !positive.isEmpty, (positive + negative).allSatisfy({ !$0.isNaN }) else { return nil }
    let marked = positive.map { ($0, true) } + negative.map { ($0, false) }
    let descending = marked.sorted { $0.0 > $1.0 }
    var sum = ExactSum()
    var found = 0
    var foundBefore = 0
    for (place, (score, isPositive)) in descending.enumerated() {
      found += isPositive ? 1 : 0
      if place + 1 < descending.count, descending[place + 1].0 == score { continue }
      sum.add(Double(found - foundBefore) * (Double(found) / Double(place + 1)))
      foundBefore = found
    }
    return sum.value / Double(positive.count)
  }
}
