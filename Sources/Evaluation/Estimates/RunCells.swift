import Predictions

/// How many items of a run there are of each kind, counted once: reviews change nothing about it.
///
/// Damaged rows, of which nothing can be judged, are left out, and rows with the same input and
/// output count once.
package struct RunCells: Sendable {
  /// What the run's own metric says of an item, as far as strata ask.
  package enum Result: Int, CaseIterable, Hashable, Sendable {
    case none, correct, incorrect, graded

    package init(_ result: AutomaticResult?) {
      self =
        switch result {
        case .correct: .correct
        case .incorrect: .incorrect
        case .score: .graded
        case nil: .none
        }
    }
  }

  package let tiers: [Tier]
  package let segmentNames: [String]
  package let segmentValues: [[String]]
  /// By tier and result.
  private var byTier: [Int]
  /// Of each segment, by value, tier and result.
  private var byValue: [[Int]]

  private init(_ snapshot: IndexSnapshot) {
    tiers = snapshot.tiers.map(\.tier)
    segmentNames = snapshot.segmentNames
    segmentValues = segmentNames.indices.map(snapshot.segmentValues(of:))
    let kinds = Result.allCases.count * tiers.count
    byTier = Array(repeating: 0, count: kinds)
    byValue = segmentValues.map { Array(repeating: 0, count: $0.count * kinds) }
  }

  /// Of known numbers, without segments: for each tier one number of every result.
  init(tiers: [Tier], counts: [[Int]]) {
    self.tiers = tiers
    segmentNames = []
    segmentValues = []
    byTier = counts.flatMap(\.self)
    byValue = []
  }

  /// Counts the items of an index, or those whose first row is among `rows`; linear in its rows, on
  /// all processors.
  package static func count(
    _ snapshot: IndexSnapshot, of rows: RowSet? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> RunCells {
    snapshot.reduceItems(
      of: rows, into: RunCells(snapshot), isCancelled: isCancelled,
      add: { $0.add($1, $2) }, merge: { $0.add($1) })
  }

  private mutating func add(_ stretch: IndexStretch, _ items: RowMask) {
    items.forEach { place in
      let kind = kind(stretch.tier(place), Result(stretch.automatic(place)))
      byTier[kind] += 1
      for segment in byValue.indices {
        let code = stretch.segmentCode(place, segment: segment)
        byValue[segment][code * kindCount + kind] += 1
      }
    }
  }

  private mutating func add(_ other: RunCells) {
    for kind in byTier.indices { byTier[kind] += other.byTier[kind] }
    for segment in byValue.indices {
      for cell in byValue[segment].indices {
        byValue[segment][cell] += other.byValue[segment][cell]
      }
    }
  }

  private var kindCount: Int { Result.allCases.count * tiers.count }

  private func kind(_ tier: Int, _ result: Result) -> Int {
    tier * Result.allCases.count + result.rawValue
  }

  /// All items.
  package var count: Int { byTier.reduce(0, +) }

  package func count(tier: Int) -> Int {
    Result.allCases.reduce(0) { $0 + count(tier: tier, $1) }
  }

  package func count(tier: Int, _ result: Result) -> Int { byTier[kind(tier, result)] }

  package func count(_ result: Result) -> Int {
    tiers.indices.reduce(0) { $0 + count(tier: $1, result) }
  }

  /// The items of a tier that have a value of a segment, by its code.
  package func count(tier: Int, segment: Int, code: Int) -> Int {
    Result.allCases.reduce(0) { $0 + byValue[segment][code * kindCount + kind(tier, $1)] }
  }

  package func count(segment: Int, code: Int) -> Int {
    tiers.indices.reduce(0) { $0 + count(tier: $1, segment: segment, code: code) }
  }
}
