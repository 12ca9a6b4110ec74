import Predictions
import Statistics

/// What the index says of a run's confidences and grades, whoever reviewed what.
struct RunConfidence: Sendable {
  /// Confidence against the run's own metric, over every item.
  private(set) var automatic = Calibration()
  /// Of each tier, how many items are at least as confident as each cut, in the order of the cuts.
  private(set) var atLeast: [[Int]]
  /// Items with a confidence.
  private(set) var known = 0
  /// Items with a grade, and the lowest and the highest of them.
  private(set) var graded = 0
  private(set) var grades: ClosedRange<Double>?
  private let cuts: [Double]

  private init(tiers: Int, cuts: [Double]) {
    self.cuts = cuts
    atLeast = Array(repeating: Array(repeating: 0, count: cuts.count), count: tiers)
  }

  /// Linear in the rows, on all processors; nothing per row is kept.
  static func count(
    _ snapshot: IndexSnapshot, of rows: RowSet? = nil
  ) -> RunConfidence {
    snapshot.reduceItems(
      of: rows,
      into: RunConfidence(tiers: snapshot.tiers.count, cuts: Automation.confidences),
      add: { $0.add($1, $2) }, merge: { $0.add($1) })
  }

  private mutating func add(_ stretch: IndexStretch, _ items: RowMask) {
    stretch.forEachConfidence(items) { place, confidence in
      let result = stretch.automatic(place)
      if case .score(let score)? = result { add(grade: score) }
      guard !confidence.isNaN else { return }
      let confidence = confidence.written
      known += 1
      let tier = stretch.tier(place)
      for cut in cuts.indices where confidence >= cuts[cut] { atLeast[tier][cut] += 1 }
      if let outcome = result?.outcome { automatic.add(confidence: confidence, outcome: outcome) }
    }
  }

  private mutating func add(grade: Double) {
    graded += 1
    grades = grades.map { min($0.lowerBound, grade)...max($0.upperBound, grade) } ?? grade...grade
  }

  private mutating func add(_ other: RunConfidence) {
    automatic.add(other.automatic)
    known += other.known
    graded += other.graded
    if let one = grades, let two = other.grades {
      grades = min(one.lowerBound, two.lowerBound)...max(one.upperBound, two.upperBound)
    } else {
      grades = grades ?? other.grades
    }
    for tier in atLeast.indices {
      for cut in cuts.indices { atLeast[tier][cut] += other.atLeast[tier][cut] }
    }
  }
}

extension AutomaticResult {
  /// 1 where it was right, 0 where it was wrong, or a grade between; other grades have no such meaning.
  fileprivate var outcome: Double? {
    switch self {
    case .correct: 1
    case .incorrect: 0
    case .score(let score): score >= 0 && score <= 1 ? score : nil
    }
  }
}
