import Predictions
import Reviewing

/// Everything that was found in the items of an index, however it was come upon.
struct FoundItems {
  /// What was found in some of them, and when somebody last judged one.
  struct Part {
    var found = JudgedItems()
    var last: Timestamp?

    mutating func add(_ value: ItemValue, at moment: Timestamp?) {
      found.add(value)
      if let moment, last.map({ moment > $0 }) ?? true { last = moment }
    }
  }

  private(set) var all = JudgedItems()
  /// Everyone with a review of one of the items, and of how many they gave a verdict.
  private(set) var reviewers: [String: Int] = [:]
  /// The rows that somebody flagged, and those about which reviewers disagree; in file order.
  private(set) var flagged: [Int] = []
  private(set) var disputed: [Int] = []
  /// Items that the metric calls correct and somebody wrong or upsetting.
  private(set) var missed = 0
  private(set) var tiers: [Part]
  /// Of each segment, by code.
  private(set) var segments: [[Part]]

  /// Looks at each row whether anything was said about it, and at the reviews of those.
  init(in snapshot: IndexSnapshot, book: ReviewBook, of rows: RowSet? = nil) {
    tiers = snapshot.tiers.map { _ in Part() }
    segments = snapshot.segmentNames.indices.map {
      snapshot.segmentValues(of: $0).map { _ in Part() }
    }
    snapshot.forEachReviewedItem(in: book, of: rows) { add($0, $1, book) }
  }

  private mutating func add(_ stretch: IndexStretch, _ place: Int, _ book: ReviewBook) {
    let content = stretch.digest(place)
    let reviews = book.reviews(of: content)
    guard let value = ItemValue(of: content, in: book, reviews: reviews) else { return }
    let last = reviews.filter { $0.review.verdict != nil }.map(\.at).max()
    all.add(value)
    for review in reviews {
      reviewers[review.by, default: 0] += review.review.verdict == nil ? 0 : 1
    }
    let row = stretch.rows.lowerBound + place
    if value.wrong > 0 || value.isUpsetting || value.hasBadTarget { flagged.append(row) }
    if value.isSplit { disputed.append(row) }
    if stretch.automatic(place) == .correct, value.wrong > 0 || value.isUpsetting { missed += 1 }
    tiers[stretch.tier(place)].add(value, at: last)
    for segment in segments.indices {
      segments[segment][stretch.segmentCode(place, segment: segment)].add(value, at: last)
    }
  }
}
