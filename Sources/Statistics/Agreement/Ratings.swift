/// Categories that any number of raters gave items, not every rater every item.
///
///     // Four reviewers; 0 is ok, 1 is wrong.
///     let ratings = Ratings([[0, 0, nil, 0], [1, 1, 0, 1], [nil, nil, 1, 1]], categories: 2)
///     ratings.krippendorff(.nominal)?.value
package struct Ratings: Sendable {
  /// How many categories there are to give, also such that nobody gave.
  package let categories: Int

  /// Per item how often each category was given; items without ratings are left out.
  let counts: [[Int]]

  /// Per item what each rater gave, where that is known.
  let byRater: [[Int?]]?

  /// Per item one place for each rater, empty where that rater did not rate it.
  package init(_ items: [[Int?]], categories: Int) {
    let rated = items.filter { $0.contains { $0 != nil } }
    precondition(
      rated.allSatisfy { $0.count == rated.first?.count }, "not a place for every rater")
    byRater = rated
    self.categories = categories
    counts = rated.map { ratings in
      var counts = [Int](repeating: 0, count: categories)
      for case .some(let category) in ratings { counts[category] += 1 }
      return counts
    }
  }

  /// Per item how often each category was given, by whomever.
  package init(counts: [[Int]], categories: Int) {
    precondition(counts.allSatisfy { $0.count == categories }, "not a count for every category")
    self.categories = categories
    self.counts = counts.filter { $0.contains { $0 > 0 } }
    byRater = nil
  }

  /// Items with at least two ratings, which alone can agree.
  package var pairable: Int { counts.count { $0.reduce(0, +) >= 2 } }

  /// The share of pairs of ratings of one item that agree, or that much of one with weights, averaged
  /// over the items with at least two. Undefined without.
  package func agreement(weights: AgreementWeights = .identity) -> Double? {
    let matrix = weights.matrix(categories: categories)
    let agreements = counts.filter { $0.reduce(0, +) >= 2 }.map { Self.agreement(of: $0, matrix) }
    return agreements.isEmpty ? nil : ExactSum(agreements).value / Double(agreements.count)
  }

  /// Σ rₖ(r*ₖ − 1)/(r(r − 1)) with r* = wr; 0 of a single rating.
  static func agreement(of counts: [Int], _ weights: [[Double]]) -> Double {
    let ratings = counts.reduce(0, +)
    guard ratings >= 2 else { return 0 }
    return agreeingPairs(of: counts, weights) / Double(ratings * (ratings - 1))
  }

  static func agreeingPairs(of counts: [Int], _ weights: [[Double]]) -> Double {
    zip(counts, weights).reduce(0) { sum, entry in
      let weighted = zip(entry.1, counts).reduce(0) { $0 + $1.0 * Double($1.1) }
      return sum + Double(entry.0) * (weighted - 1)
    }
  }
}
