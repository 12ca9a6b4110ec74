import Statistics

/// The pairs of reviewers who judged the same items.
///
/// A thousand reviewers of one item make half a million pairs, so only some of them are told: of the
/// reviewers with the most reviews, the pairs with the most items in common.
extension Agreement {
  /// Two reviewers and Cohen's kappa over what both judged.
  package struct Pair: Sendable {
    package let first: String
    package let second: String
    package let items: Int
    /// The share of items about which they say the same.
    package let agreed: Double
    /// Absent where it is undefined, as where both always say the same one thing.
    package let cohen: AgreementCoefficient?
  }

  /// As many pairs as twenty reviewers make, and a few more.
  static let longestPairList = 200
  static let mostComparedReviewers = 200

  /// The pairs that are told, those with the most items in common first, and how many more there may
  /// be. Linear in the votes.
  static func pairs(
    _ votes: [ReviewerVotes], about question: Question
  ) -> (told: [Pair], leftOut: Int) {
    var counts: [String: Int] = [:]
    for item in votes { for vote in item.votes { counts[vote.reviewer, default: 0] += 1 } }
    let busiest = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let reviewers = busiest.prefix(mostComparedReviewers).map(\.key).sorted()
    var common = CommonItems(reviewers: reviewers.count, categories: question.categories)
    let places = Dictionary(uniqueKeysWithValues: reviewers.enumerated().map { ($1, $0) })
    for item in votes {
      common.add(
        item.votes.compactMap { vote in
          places[vote.reviewer].map { ($0, question.category(of: vote)) }
        })
    }
    let pairs = common.pairs
    let told = pairs.prefix(longestPairList).compactMap { pair -> Pair? in
      let table = common.table(pair.first, pair.second)
      guard let agreed = table.agreement() else { return nil }
      return Pair(
        first: reviewers[pair.first], second: reviewers[pair.second], items: pair.items,
        agreed: agreed, cohen: table.cohen())
    }
    let uncompared = pairCount(of: counts.count) - pairCount(of: reviewers.count)
    return (told, pairs.count - told.count + uncompared)
  }

  private static func pairCount(of reviewers: Int) -> Int { reviewers * (reviewers - 1) / 2 }
}

/// How often each two of some reviewers gave the same items which categories.
private struct CommonItems {
  private let reviewers: Int
  private let categories: Int
  /// Pair by pair a square of counts.
  private var counts: [Int]

  init(reviewers: Int, categories: Int) {
    (self.reviewers, self.categories) = (reviewers, categories)
    counts = Array(repeating: 0, count: reviewers * reviewers * categories * categories)
  }

  /// Adds what some of the reviewers, by name, say of one item.
  mutating func add(_ votes: [(reviewer: Int, category: Int)]) {
    for (place, first) in votes.enumerated() {
      for second in votes.dropFirst(place + 1) {
        let row = start(first.reviewer, second.reviewer) + first.category * categories
        counts[row + second.category] += 1
      }
    }
  }

  func table(_ first: Int, _ second: Int) -> RatingTable {
    let start = start(first, second)
    return RatingTable(
      (0..<categories).map { row in
        Array(counts[start + row * categories..<start + (row + 1) * categories])
      })
  }

  /// The pairs with items in common, those with the most first.
  var pairs: [(items: Int, first: Int, second: Int)] {
    var pairs: [(items: Int, first: Int, second: Int)] = []
    for first in 0..<reviewers {
      for second in first + 1..<max(first + 1, reviewers) {
        let start = start(first, second)
        let items = counts[start..<start + categories * categories].reduce(0, +)
        if items > 0 { pairs.append((items, first, second)) }
      }
    }
    return pairs.sorted { ($1.items, $0.first, $0.second) < ($0.items, $1.first, $1.second) }
  }

  private func start(_ first: Int, _ second: Int) -> Int {
    (first * reviewers + second) * categories * categories
  }
}
