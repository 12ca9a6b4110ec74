/// How often two raters gave the same items which categories: a square of counts.
///
/// A row is a category of the first rater, a column one of the second.
///
///     let table = RatingTable([[118, 5], [2, 0]])
///     table.agreement       // 0.944
///     table.cohen()?.value  // -0.023
///     table.gwet()?.value   // 0.941
package struct RatingTable: Hashable, Sendable {
  /// Per category of the first rater, how often the second gave each.
  package let counts: [[Int]]

  /// As many rows as columns, and no count below 0.
  package init(_ counts: [[Int]]) {
    precondition(counts.allSatisfy { $0.count == counts.count }, "a table that is not square")
    precondition(counts.joined().allSatisfy { $0 >= 0 }, "a negative count")
    self.counts = counts
  }

  /// Of pairs of ratings, each one of `categories`.
  package init(_ pairs: some Sequence<(Int, Int)>, categories: Int) {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: categories), count: categories)
    for (first, second) in pairs { counts[first][second] += 1 }
    self.init(counts)
  }

  /// How many items both rated.
  package var items: Int { counts.joined().reduce(0, +) }

  /// The share of items on which both agree, or that much of one with weights. Undefined without.
  package func agreement(weights: AgreementWeights = .identity) -> Double? {
    items > 0 ? observed(weights.matrix(categories: counts.count)) : nil
  }

  func observed(_ weights: [[Double]]) -> Double {
    zip(shares.joined(), weights.joined()).reduce(0) { $0 + $1.0 * $1.1 }
  }

  var shares: [[Double]] { counts.map { $0.map { Double($0) / Double(items) } } }

  var firstShares: [Double] { shares.map { $0.reduce(0, +) } }
  var secondShares: [Double] {
    counts.indices.map { column in shares.reduce(0) { $0 + $1[column] } }
  }
}
