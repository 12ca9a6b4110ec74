/// Student's distribution of a mean that is not 0: (Z + δ)/√(χ²/ν).
struct NoncentralStudentDistribution: Hashable, Sendable {
  let degreesOfFreedom: Double
  let noncentrality: Double

  init(degreesOfFreedom: Double, noncentrality: Double) {
    precondition(degreesOfFreedom > 0 && noncentrality.isFinite, "no degrees of freedom")
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// What lies below `t`, to about 14 decimals.
  ///
  /// R. V. Lenth, "Algorithm AS 243: Cumulative Distribution Function of the Non-Central t Distribution",
  /// Applied Statistics 38 (1989): Φ(−δ) + ½Σ(pⱼ I(j + ½, ν/2) + qⱼ I(j + 1, ν/2)), summed from the
  /// largest weights outward.
  func lower(_ t: Double) -> Double {
    if t < 0 {
      return 1
        - NoncentralStudentDistribution(
          degreesOfFreedom: degreesOfFreedom, noncentrality: -noncentrality
        ).lower(-t)
    }
    let below = StandardNormal.tails(at: -noncentrality).lower
    let total = degreesOfFreedom + t * t
    guard t > 0 else { return below }
    let half = noncentrality * noncentrality / 2
    let middle = Int(half)
    func term(_ j: Int) -> Double {
      let whole = weight(Double(j), half) * share(Double(j) + 0.5, t * t / total)
      let between = weight(Double(j) + 0.5, half) * share(Double(j) + 1, t * t / total)
      return (whole + (noncentrality < 0 ? -between : between)) / 2
    }
    return min(1, max(0, below + outward(from: middle, term)))
  }

  /// The point below which the probability lies, by halving.
  func quantile(lower probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "no probability between 0 and 1")
    var low = noncentrality - 1
    var high = noncentrality + 1
    while lower(low) > probability { low -= 2 * (high - low) }
    while lower(high) < probability { high += 2 * (high - low) }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if lower(middle) < probability { low = middle } else { high = middle }
    }
  }

  /// e⁻ʰ hᵃ/Γ(a + 1): Poisson's weights, and those halfway between.
  private func weight(_ a: Double, _ half: Double) -> Double {
    if half == 0 { return a == 0 ? 1 : 0 }
    return a > 0 ? Elementary.exp(Stirling.logPoissonTerm(a, half)) : Elementary.exp(-half)
  }

  private func share(_ a: Double, _ x: Double) -> Double {
    BetaDistribution(a, degreesOfFreedom / 2).tails(at: x, complement: 1 - x).lower
  }

  /// A sum whose terms fall on both sides of a place, until they no longer matter.
  private func outward(from middle: Int, _ term: (Int) -> Double) -> Double {
    var sum = ExactSum()
    for step in [1, -1] {
      var place = step > 0 ? middle : middle - 1
      while place >= 0 {
        let next = term(place)
        sum.add(next)
        if abs(next) < 1e-18 { break }
        place += step
      }
    }
    return sum.value
  }
}
