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
    let places = mask.rows(from: 0)
    let first = stretch.rows.lowerBound
    return zip(places, ranks(of: mask, places, in: stretch)).map { place, rank in
      RankedRow(rank: rank, row: first + Int(place))
    }
  }

  /// The ranks of the places of `mask`; columns are asked for whole, and not a row at a time.
  private func ranks(
    of mask: RowMask, _ places: [UInt32], in stretch: IndexStretch
  ) -> [UInt32] {
    switch sort {
    case .file:
      return Array(repeating: 0, count: places.count)
    case .uncertain:
      // What nothing tells about comes last.
      return stretch.uncertainties(of: mask).map { Self.descending($0.isNaN ? -1 : $0) }
    case .suspicious:
      return zip(places, stretch.confidences(of: mask)).map { place, confidence in
        Self.descending(Self.suspicion(stretch, Int(place), confidence))
      }
    case .disagreement:
      let said = stretch.rows(passing: sieve)
      return places.map { said[Int($0)] ? .max - disagreement(stretch, Int($0)) : .max }
    case .random:
      let first = stretch.rows.lowerBound
      return places.map { place in
        let number = Self.random(stretch.digest(Int(place)), row: first + Int(place))
        return UInt32(number >> 32)
      }
    }
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
