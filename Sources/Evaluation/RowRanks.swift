import Predictions
import Reviewing

/// What a row's place in each order depends on, as a number: the lowest comes first.
struct RowRanks: Sendable {
  private let sort: SortOrder
  private let book: ReviewBook
  private let sieve: DigestSieve

  init(_ sort: SortOrder, book: ReviewBook, sieve: DigestSieve) {
    self.sort = sort
    self.book = book
    self.sieve = sieve
  }

  /// The rows of `mask` with their ranks; linear in the stretch.
  func ranked(_ mask: RowMask, of stretch: IndexStretch) -> [RankedRow] {
    var rows: [RankedRow] = []
    rows.reserveCapacity(mask.count)
    let first = stretch.rows.lowerBound
    func add(_ rank: UInt32, _ place: Int) {
      rows.append(RankedRow(rank: rank, row: first + place))
    }
    switch sort {
    case .file: mask.forEach { add(0, $0) }
    case .uncertain:
      // What nothing tells about comes last.
      stretch.forEachUncertainty(mask) { add(Self.descending($1.isNaN ? -1 : $1), $0) }
    case .suspicious:
      stretch.forEachConfidence(mask) { place, confidence in
        add(Self.descending(Self.suspicion(stretch, place, confidence)), place)
      }
    case .disagreement:
      let said = stretch.rows(passing: sieve)
      mask.forEach { add(said[$0] ? .max - disagreement(stretch, $0) : .max, $0) }
    case .random:
      mask.forEach { add(UInt32(Self.random(stretch.digest($0), row: first + $0) >> 32), $0) }
    }
    return rows
  }

  /// A rank that is lower the greater the number is.
  private static func descending(_ number: Float) -> UInt32 {
    // The bits of a float grow with it, but below zero, where they grow against it.
    let bits = number.bitPattern
    let ascending = bits >> 31 == 1 ? ~bits : bits | 1 << 31
    return ~ascending
  }

  /// Confident mistakes by how confident they were, above anything that only shows signs.
  private static func suspicion(
    _ stretch: IndexStretch, _ place: Int, _ confidence: Float
  ) -> Float {
    let signs = Float(stretch.signs(place)) / 256
    guard stretch.automatic(place) == .incorrect else { return signs }
    return 1 + (confidence.isNaN ? 0 : confidence) + signs
  }

  /// Reviewers against each other weighs more than reviewers against the metric.
  private func disagreement(_ stretch: IndexStretch, _ place: Int) -> UInt32 {
    let reviews = book.reviews(of: stretch.digest(place))
    let verdicts = Set(reviews.compactMap(\.review.verdict))
    let automatic = stretch.automatic(place)
    let againstMetric =
      (verdicts.contains(.wrong) && automatic == .correct)
      || (verdicts.contains(.ok) && automatic == .incorrect)
    return UInt32(2 * max(0, verdicts.count - 1) + (againstMetric ? 1 : 0))
  }

  /// The digest is as good as random and the same everywhere; without one the place is mixed.
  ///
  /// Of the mixed number 32 bits are the rank: rows that agree in them, a few of millions, are in
  /// file order.
  private static func random(_ digest: DigestPrefix, row: Int) -> UInt64 {
    let seed = digest.low == 0 ? UInt64(row) &+ 1 : digest.low
    return seed &* 0x9E37_79B9_7F4A_7C15
  }
}
