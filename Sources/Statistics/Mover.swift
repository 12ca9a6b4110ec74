/// Intervals of weighted sums, from the intervals of their parts.
///
/// The method of variance estimates recovery: G. Y. Zou and A. Donner, "Construction of confidence
/// limits about effect measures: a general approach", Statistics in Medicine 27 (2008), eq. 5. From a
/// limit of a part its variance near that limit is recovered, so intervals that lean to one side make
/// one that does too.
enum Mover {
  struct Part {
    let weight: Double
    let value: Double
    let interval: Interval
  }

  /// Σwv − √Σ(w(v − l))² to Σwv + √Σ(w(u − v))², with l and u in each other's place where the weight
  /// is negative.
  static func interval(of parts: [Part]) -> Interval {
    var sum = ExactSum()
    var below = ExactSum()
    var above = ExactSum()
    for part in parts {
      sum.add(part.weight, times: part.value)
      let down = part.weight * (part.value - part.interval.low)
      let up = part.weight * (part.interval.high - part.value)
      below.add(part.weight < 0 ? up * up : down * down)
      above.add(part.weight < 0 ? down * down : up * up)
    }
    return Interval(
      low: sum.value - below.value.squareRoot(), high: sum.value + above.value.squareRoot())
  }
}
