/// What many tests at once are worth: the more segments are screened, the more of them look bad by
/// chance.
///
/// Adjusted p values are in the order of what was given; a test rejects where its own is at most the
/// error that is accepted for all together.
package enum Multiplicity: Hashable, Sendable, CaseIterable {
  /// m·p. Some false rejection at all is as seldom as the error says, C. E. Bonferroni 1936.
  case bonferroni

  /// (m − k + 1)·p of the k-th smallest, never falling. The same, and rejects more: S. Holm, "A Simple
  /// Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979).
  case holm

  /// m·p/k of the k-th smallest, never falling. Of what is rejected, no greater share is false than the
  /// error says: Y. Benjamini and Y. Hochberg, "Controlling the False Discovery Rate", JRSS B 57 (1995).
  case benjaminiHochberg

  /// The same times Σ1/k, for tests that depend on each other in any way: Y. Benjamini and
  /// D. Yekutieli, Annals of Statistics 29 (2001).
  case benjaminiYekutieli

  /// Each p value as if it was the only one, at most 1.
  package func adjusted(_ values: [Double]) -> [Double] {
    precondition(values.allSatisfy { $0 >= 0 && $0 <= 1 }, "not a probability")
    let order = values.indices.sorted {
      values[$0] == values[$1] ? $0 < $1 : values[$0] < values[$1]
    }
    let scaled = order.enumerated().map { rank, index in
      min(1, factor(rank: rank + 1, of: values.count) * values[index])
    }
    var adjusted = values
    for (index, value) in zip(order, neverFalling(scaled)) { adjusted[index] = value }
    return adjusted
  }

  /// The confidence of each of `count` intervals by which all hold together with `confidence`:
  /// 1 − (1 − confidence)/m, after Bonferroni.
  package static func simultaneous(confidence: Double, of count: Int) -> Double {
    1 - (1 - confidence) / Double(max(1, count))
  }

  private func factor(rank: Int, of count: Int) -> Double {
    let m = Double(count)
    return switch self {
    case .bonferroni: m
    case .holm: m - Double(rank) + 1
    case .benjaminiHochberg: m / Double(rank)
    case .benjaminiYekutieli: m / Double(rank) * (1...count).reduce(0) { $0 + 1 / Double($1) }
    }
  }

  /// A smaller p value is never adjusted to more than a larger one: Holm's go up to the largest so far,
  /// Benjamini's go down to the smallest from there on.
  private func neverFalling(_ values: [Double]) -> [Double] {
    var values = values
    switch self {
    case .bonferroni: break
    case .holm:
      for rank in values.indices.dropFirst() { values[rank] = max(values[rank], values[rank - 1]) }
    case .benjaminiHochberg, .benjaminiYekutieli:
      for rank in values.indices.dropLast().reversed() {
        values[rank] = min(values[rank], values[rank + 1])
      }
    }
    return values
  }
}
