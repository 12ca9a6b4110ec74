/// How many to take of each stratum.
///
///     let tiers = Allocation(populations: [1000, 500, 100])
///     tiers.proportional(140)                       // 87.5, 43.75, 8.75
///     tiers.neyman(140, deviations: [0.2, 0.3, 0.5])
///     tiers.whole(tiers.equal(140), total: 140)     // 47, 47, 46
package struct Allocation: Hashable, Sendable {
  /// How many each stratum has.
  package let populations: [Int]

  /// None has less than 0.
  package init(populations: [Int]) {
    precondition(populations.allSatisfy { $0 >= 0 }, "a stratum of less than nothing")
    self.populations = populations
  }

  /// n Nₕ/N: every element is as likely to be taken.
  package func proportional(_ total: Int) -> [Double] {
    shares(of: total, sizes: populations.map(Double.init))
  }

  /// The same number of each stratum, but no more than it has.
  package func equal(_ total: Int) -> [Double] {
    shares(of: total, sizes: populations.map { $0 > 0 ? 1 : 0 })
  }

  /// n NₕSₕ/ΣNₕSₕ, of which the estimate varies least: J. Neyman, "On the Two Different Aspects of the
  /// Representative Method", JRSS 97 (1934); Cochran 1977, eq. 5.26.
  ///
  /// `deviations` are the standard deviations of single elements, √(p(1 − p)) of a share. Where none
  /// varies, it is proportional.
  package func neyman(_ total: Int, deviations: [Double]) -> [Double] {
    precondition(deviations.count == populations.count, "not as many deviations as strata")
    precondition(deviations.allSatisfy { $0 >= 0 && $0.isFinite }, "not a standard deviation")
    let sizes = zip(populations, deviations).map { Double($0) * $1 }
    return sizes.contains { $0 > 0 } ? shares(of: total, sizes: sizes) : proportional(total)
  }

  /// Whole numbers of the same sum, by largest remainder: what is left after rounding down goes to
  /// the strata that lost most, the first one of equals, where there is more to take.
  ///
  /// - Parameter least: so many are taken of each stratum that has them, where the sum allows; the
  ///   strata that give most, the last one of equals, give up as many.
  package func whole(_ shares: [Double], total: Int, least: Int = 0) -> [Int] {
    var counts = byRemainder(shares, total: total)
    for index in counts.indices {
      while counts[index] < min(least, populations[index]) {
        let most = counts.indices.max { (counts[$0], $0) < (counts[$1], $1) }
        guard let most, counts[most] > least else { return counts }
        counts[most] -= 1
        counts[index] += 1
      }
    }
    return counts
  }

  private func byRemainder(_ shares: [Double], total: Int) -> [Int] {
    var counts = zip(shares, populations).map { min(Int($0.rounded(.down)), $1) }
    let order = shares.indices.sorted {
      let one = shares[$0] - Double(counts[$0])
      let other = shares[$1] - Double(counts[$1])
      return one == other ? $0 < $1 : one > other
    }
    var left = min(total, populations.reduce(0, +)) - counts.reduce(0, +)
    while left > 0 {
      for index in order where left > 0 && counts[index] < populations[index] {
        counts[index] += 1
        left -= 1
      }
    }
    return counts
  }

  /// In proportion to sizes; a stratum that would have to give more than it has is taken whole, and
  /// the others share what is left: Cochran 1977, section 5.8.
  private func shares(of total: Int, sizes: [Double]) -> [Double] {
    let total = Double(min(total, populations.reduce(0, +)))
    var shares = [Double](repeating: 0, count: sizes.count)
    var isWhole = [Bool](repeating: false, count: sizes.count)
    while true {
      let open = sizes.indices.filter { !isWhole[$0] }
      let left = sizes.indices.filter { isWhole[$0] }.reduce(total) { $0 - shares[$1] }
      let sum = ExactSum(open.map { sizes[$0] }).value
      for index in open { shares[index] = sum > 0 ? left * sizes[index] / sum : 0 }
      let over = open.filter { shares[$0] > Double(populations[$0]) }
      if over.isEmpty { return shares }
      for index in over {
        shares[index] = Double(populations[index])
        isWhole[index] = true
      }
    }
  }
}
