/// What items are in truth and how often each rater errs, both from nothing but the ratings.
///
/// A. P. Dawid and A. M. Skene, "Maximum Likelihood Estimation of Observer Error-Rates Using the EM
/// Algorithm", Applied Statistics 28 (1979). Where several raters agree, those who differ count less.
package struct ErrorRateModel: Sendable {
  /// Per item the probability of each category being the true one, eq. 2.5.
  package private(set) var probabilities: [[Double]]

  /// How often each category is the true one, eq. 2.4.
  package private(set) var shares: [Double] = []

  /// Per rater, for each true category a row, how often each category was given, eq. 2.3. Even where the
  /// rater never met one.
  package private(set) var errorRates: [[[Double]]] = []

  /// The logarithm of the probability of all ratings, with these numbers.
  package private(set) var logLikelihood = -Double.infinity

  private let counts: [[[Int]]]

  /// `ratings[item][rater][category]` says how often; a rater may rate an item more than once, or never.
  ///
  /// Starts from each item's shares of votes, eq. 3.1, and goes on until the likelihood no longer grows
  /// by so much of itself, or for so many rounds. Undefined without ratings.
  package init?(_ ratings: [[[Int]]], tolerance: Double = 1e-14, rounds: Int = 10_000) {
    guard let categories = ratings.first?.first?.count, categories > 0 else { return nil }
    counts = ratings
    let even = [Double](repeating: 1 / Double(categories), count: categories)
    probabilities = ratings.map { raters in
      let votes = even.indices.map { category in raters.reduce(0) { $0 + $1[category] } }
      let total = votes.reduce(0, +)
      return total > 0 ? votes.map { Double($0) / Double(total) } : even
    }
    for _ in 0..<rounds {
      let before = logLikelihood
      estimateRates()
      estimateItems()
      let growth = logLikelihood - before
      if growth.isFinite, growth <= tolerance * abs(logLikelihood) { break }
    }
  }

  private mutating func estimateRates() {
    let categories = probabilities[0].indices
    shares = categories.map { category in
      ExactSum(probabilities.map { $0[category] }).value / Double(probabilities.count)
    }
    errorRates = counts[0].indices.map { rater in
      categories.map { truth in
        let given = categories.map { category in
          ExactSum(
            probabilities.indices.map {
              probabilities[$0][truth] * Double(counts[$0][rater][category])
            }
          ).value
        }
        let total = given.reduce(0, +)
        return given.map { total > 0 ? $0 / total : 1 / Double(categories.count) }
      }
    }
  }

  private mutating func estimateItems() {
    var likelihood = ExactSum()
    let logRates = errorRates.map { $0.map { $0.map(Elementary.log) } }
    let logShares = shares.map(Elementary.log)
    for (item, raters) in counts.enumerated() {
      let logs = shares.indices.map { truth in
        logShares[truth] + Self.log(of: raters, logRates.map { $0[truth] })
      }
      // Products of many small rates are no longer numbers; relative to the largest they are.
      let largest = logs.max() ?? 0
      let relative = logs.map { Elementary.exp($0 - largest) }
      let total = relative.reduce(0, +)
      likelihood.add(largest)
      likelihood.add(Elementary.log(total))
      probabilities[item] = relative.map { $0 / total }
    }
    logLikelihood = likelihood.value
  }

  /// Σ count · log rate; what was not given has no part in it, whatever its rate.
  private static func log(of raters: [[Int]], _ logRates: [[Double]]) -> Double {
    zip(raters, logRates).reduce(0) { sum, rater in
      zip(rater.0, rater.1).reduce(sum) { $1.0 > 0 ? $0 + Double($1.0) * $1.1 : $0 }
    }
  }
}
