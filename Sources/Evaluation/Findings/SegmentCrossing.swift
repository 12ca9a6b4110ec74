import Predictions

/// Two segments crossed: `region × category`, with a value for each pair of values that is met.
struct SegmentCrossing: Sendable {
  private let name: String
  private let first: Int
  private let second: Int

  /// Nothing where one of both is no segment of the files.
  init?(_ names: [String], in snapshot: IndexSnapshot) {
    guard names.count == 2, let first = snapshot.segmentNames.firstIndex(of: names[0]),
      let second = snapshot.segmentNames.firstIndex(of: names[1]), first != second
    else { return nil }
    name = names.joined(separator: " × ")
    self.first = first
    self.second = second
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// The items of every pair by tier, and what was found in them; linear in the rows.
  func slices(
    _ evaluation: RunEvaluation, in snapshot: IndexSnapshot, of rows: RowSet?
  ) -> [RunEvaluation.SegmentSlice] {
    let (first, second) = (first, second)
    let tiers = snapshot.tiers.count
    let none = Array(repeating: 0, count: tiers)
    let counts = snapshot.reduceItems(
      of: rows, into: [Pair: [Int]](),
      add: { counts, stretch, items in
        items.forEach { place in
          let pair = Pair(
            first: stretch.segmentCode(place, segment: first),
            second: stretch.segmentCode(place, segment: second))
          guard pair.first > 0, pair.second > 0 else { return }
          counts[pair, default: none][stretch.tier(place)] += 1
        }
      }, merge: { $0.merge($1) { zip($0, $1).map(+) } })
    let estimator = RunEstimator(evaluation.cells, evaluation.sample)
    return counts.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
      .map { pair, populations in
        func isIn(_ item: RunSample.Item) -> Bool {
          item.segments[first] == pair.first && item.segments[second] == pair.second
        }
        let drawn = evaluation.sample.items.filter(isIn)
        let value =
          snapshot.segmentValues(of: first)[pair.first] + " × "
          + snapshot.segmentValues(of: second)[pair.second]
        return RunEvaluation.SegmentSlice(
          segment: name,
          slice: RunEvaluation.Slice(
            name: value, items: populations.reduce(0, +),
            found: drawn.reduce(into: JudgedItems()) { $0.add($1.value) },
            drawn: drawn.count { $0.value.isJudged },
            rates: Finding.allCases.reduce(into: [:]) {
              $0[$1] = estimator.rate($1, of: populations, where: isIn)
            }, lastReviewed: nil))
      }
  }
}
