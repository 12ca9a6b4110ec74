@testable import Statistics

/// Every sample that a draw could have been, instead of some of them.
enum Enumeration {
  /// Every choice of so many elements.
  static func choices<Element>(of elements: [Element], taking count: Int) -> [[Element]] {
    guard count > 0 else { return [[]] }
    guard let first = elements.first else { return [] }
    let rest = Array(elements.dropFirst())
    return choices(of: rest, taking: count - 1).map { [first] + $0 }
      + choices(of: rest, taking: count)
  }

  /// Every draw of so many of each stratum, whose elements are 1 for an event and 0.
  static func stratifiedSamples(
    of strata: [[Int]], taking counts: [Int]
  ) -> [StratifiedProportion] {
    let samples = zip(strata, counts).map { stratum, count in
      choices(of: stratum, taking: count).map {
        Proportion(events: Double($0.reduce(0, +)), of: count, population: stratum.count)
      }
    }
    let combined = samples.reduce([[]]) { drawn, next in
      drawn.flatMap { one in next.map { one + [$0] } }
    }
    return combined.map { StratifiedProportion($0) }
  }
}
