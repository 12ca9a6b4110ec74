import Predictions

/// Which items of a draw each of several reviewers looks at: some are for all, so that agreement can
/// be measured on items that chance chose, and each of the others is for one of them.
///
/// For all are the first of each stratum, the share of it rounded up. Each other item goes to the
/// reviewer for whom m(n ^ r) is highest, with n the item's number in the draw, r the first big-endian
/// word of the SHA-256 of the reviewer's name and m as in ``DrawNumbers``. So everybody gets about as
/// many, whoever works it out gets the same, and somebody who joins takes only what becomes theirs
/// (D. Thaler and C. Ravishankar, "Using Name-Based Mappings to Increase Hit Rates", IEEE/ACM
/// Transactions on Networking 6 (1), 1998).
package struct DrawShares: Hashable, Sendable {
  /// The share of each stratum that everybody looks at.
  package let overlap: Double
  private let reviewers: [Reviewer]

  private struct Reviewer: Hashable {
    let name: String
    let word: UInt64
  }

  package init(overlap: Double, reviewers: some Sequence<String>) {
    self.overlap = min(max(overlap, 0), 1)
    self.reviewers = Set(reviewers).sorted().map {
      Reviewer(name: $0, word: ContentDigest(of: $0.utf8).prefix.high)
    }
  }

  /// How many share the draw.
  package var count: Int { reviewers.count }

  /// Everybody looks at it.
  package func isForAll(_ item: DrawnSample.Item, of sample: DrawnSample) -> Bool {
    let planned = Double(sample.strata[item.stratum].count)
    return item.position <= Int((overlap * planned).rounded(.up))
  }

  /// The one who looks at an item that is not for all; nothing where nobody takes part.
  package func owner(of item: DrawnSample.Item) -> String? {
    reviewers.max { left, right in
      let (one, other) = (rank(of: left.word, item), rank(of: right.word, item))
      return one == other ? left.name < right.name : one < other
    }?.name
  }

  /// Whether `reviewer` is to look at it.
  package func isFor(
    _ reviewer: String, _ item: DrawnSample.Item, of sample: DrawnSample
  ) -> Bool {
    isForAll(item, of: sample) || owner(of: item) == reviewer
  }

  private func rank(of word: UInt64, _ item: DrawnSample.Item) -> UInt64 {
    DrawNumbers.mixed(item.ticket.number ^ word)
  }
}
