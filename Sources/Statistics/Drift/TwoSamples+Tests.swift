extension TwoSamples {
  /// The test of N. V. Smirnov, "On the estimation of the discrepancy between empirical curves of
  /// distribution for two independent samples" (1939): the statistic is D, the largest distance of both
  /// distribution functions; exact and two-sided.
  ///
  /// The probability that a path of n + m steps, all of them equally likely, leaves the band of D: by
  /// J. L. Hodges (1958). With equal numbers it rejects too seldom. Takes time in proportion to nm, and
  /// so, from a million on, the limit 2Σ(−1)ᵏ⁻¹exp(−2k²D²nm/(n + m)) of A. N. Kolmogorov (1933).
  package var kolmogorovSmirnovTest: TestResult {
    let n = first.count
    let m = second.count
    let distance = largestDistance
    let statistic = Double(distance) / (Double(n) * Double(m))
    guard n <= 1_000_000 / m else {
      let scaled = 2 * statistic * statistic * Double(n) * Double(m) / Double(n + m)
      return TestResult(statistic: statistic, p: Self.limit(scaled))
    }
    if distance == 0 { return TestResult(statistic: 0, p: 1) }
    var touched = [Double](repeating: 0, count: m + 1)
    for i in 0...n {
      for j in 0...m where i + j > 0 {
        let before = i > 0 ? touched[j] * Double(i) : 0
        let beside = j > 0 ? touched[j - 1] * Double(j) : 0
        touched[j] = abs(i * m - j * n) >= distance ? 1 : (before + beside) / Double(i + j)
      }
    }
    return TestResult(statistic: statistic, p: touched[m])
  }

  /// The test of H. B. Mann and D. R. Whitney, "On a test of whether one of two random variables is
  /// stochastically larger than the other", Annals of Mathematical Statistics 18 (1947), two-sided; the
  /// statistic is U of the first sample.
  ///
  /// Exact without equal numbers and with up to 2500 pairs, by counting orders; otherwise by the normal
  /// distribution, corrected for equal numbers and for continuity. Undefined where all are equal.
  package var mannWhitneyTest: TestResult? {
    let u = higherPairs
    let pairs = first.count * second.count
    let ties = tiedGroups
    if ties.isEmpty, pairs <= 2500 {
      let tail = Self.orders(first.count, second.count, upTo: Int(min(u, Double(pairs) - u)))
      return TestResult(statistic: u, p: 2 * tail)
    }
    let total = Double(first.count + second.count)
    let tied = ties.reduce(0) { $0 + Double($1 * $1 * $1 - $1) } / (total * (total - 1))
    let variance = Double(pairs) / 12 * (total + 1 - tied)
    guard variance > 0 else { return nil }
    let distance = max(0, abs(u - Double(pairs) / 2) - 0.5)
    return TestResult(statistic: u, p: StandardNormal.twoSided(distance / variance.squareRoot()))
  }

  /// How many of each number that is there more than once.
  private var tiedGroups: [Int] {
    let all = (first + second).sorted()
    var groups: [Int] = []
    var start = 0
    for place in 1...all.count where place == all.count || all[place] != all[start] {
      if place - start > 1 { groups.append(place - start) }
      start = place
    }
    return groups
  }

  /// The share of all orders of n and m numbers in which U is at most so large, by adding one number
  /// after the other to the n: with i of them there are as many orders as ways to choose i out of i + m.
  private static func orders(_ n: Int, _ m: Int, upTo limit: Int) -> Double {
    // The generating function ∏(1 − xᵐ⁺ⁱ)/(1 − xⁱ), scaled by i/(m + i) so that its sum stays 1.
    var shares = [Double](repeating: 0, count: limit + 1)
    shares[0] = 1
    for i in 1...n {
      for place in stride(from: limit, through: m + i, by: -1) where m + i <= limit {
        shares[place] -= shares[place - m - i]
      }
      for place in stride(from: i, through: limit, by: 1) { shares[place] += shares[place - i] }
      for place in shares.indices { shares[place] *= Double(i) / Double(m + i) }
    }
    return ExactSum(shares).value
  }

  private static func limit(_ scaled: Double) -> Double {
    if scaled == 0 { return 1 }
    var sum = 0.0
    for k in 1...1000 {
      let term = Elementary.exp(-Double(k * k) * scaled)
      sum += k % 2 == 1 ? term : -term
      if term < 1e-18 { break }
    }
    return min(1, max(0, 2 * sum))
  }
}
