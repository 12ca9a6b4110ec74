import Predictions
import Reviewing

/// A query asked of thousands of rows at once, as far as the index and the ledger's silence answer.
///
/// It gives the same answers as a ``QueryMatcher`` or none: rows of which somebody said something,
/// and rows whose text matters and may hold what is looked for, are left for that one to decide.
struct RowFilter: Sendable {
  private let root: QueryStep
  private let index: IndexConditions
  private let fields: FileFields
  private let reviews: ReviewConditions
  /// Absent where the query does not ask about what was said.
  private let sieve: DigestSieve?
  /// For each text that the query looks for.
  private let searches: [TextPattern: TextSearch]

  init(
    _ root: QueryStep, index: IndexConditions, fields: FileFields, reviews: ReviewConditions,
    sieve: DigestSieve, searches: [TextPattern: TextSearch]
  ) {
    self.root = root
    self.index = index
    self.fields = fields
    self.reviews = reviews
    self.sieve = root.asksTheLedger ? sieve : nil
    self.searches = searches
  }

  /// What is known of the rows of a stretch; linear in them for every term.
  func truth(in stretch: IndexStretch) -> RowTruth {
    truth(of: root, Rows(stretch: stretch, said: sieve.map(stretch.rows(passing:))))
  }

  /// As much as can be known by searching the bytes of `rows` too, which the index left open.
  func truth(in stretch: IndexStretch, reading rows: RowMask) -> RowTruth {
    guard !searches.isEmpty else { return RowTruth(unknown: stretch.count) }
    return truth(
      of: root, Rows(stretch: stretch, said: sieve.map(stretch.rows(passing:)), read: rows))
  }

  private struct Rows {
    let stretch: IndexStretch
    /// Rows about which something may have been said; absent where nobody asks.
    let said: RowMask?
    /// Rows whose bytes may be read.
    var read: RowMask?
  }

  private func truth(of step: QueryStep, _ rows: Rows) -> RowTruth {
    let count = rows.stretch.count
    switch step {
    case .term(let condition): return truth(of: condition, rows)
    case .not(let step): return truth(of: step, rows).negated
    case .all(let steps):
      return steps.reduce(into: RowTruth(true, count: count)) { $0.formAnd(truth(of: $1, rows)) }
    case .any(let steps):
      return steps.reduce(into: RowTruth(false, count: count)) { $0.formOr(truth(of: $1, rows)) }
    case .review:
      // Where nothing was said no review meets anything.
      var truth = RowTruth(false, count: count)
      if let said = rows.said { truth.forget(said) }
      return truth
    }
  }

  private func truth(of condition: QueryCondition, _ rows: Rows) -> RowTruth {
    let stretch = rows.stretch
    if case .field(let name, let value) = condition {
      return fields.truth(of: value, field: name, in: stretch)
    }
    if let found = index.rows(meeting: condition, in: stretch) {
      return RowTruth(yes: found, count: stretch.count)
    }
    if let pattern = condition.searched, let read = rows.read, let search = searches[pattern] {
      var truth = RowTruth(unknown: stretch.count)
      truth.no = read.subtracting(search.candidates(read, of: stretch))
      return truth
    }
    var truth = RowTruth(reviews.truthInSilence(of: condition), count: stretch.count)
    if let said = rows.said { truth.forget(said) }
    return truth
  }
}

extension QueryCondition {
  /// The text that a row's key, input, output or target has to hold for the condition to be met.
  var searched: TextPattern? {
    switch self {
    case .text(let pattern), .part(_, let pattern), .id(let pattern): pattern
    default: nil
    }
  }
}

extension QueryStep {
  /// Whether what reviewers said could change the answer.
  fileprivate var asksTheLedger: Bool {
    switch self {
    case .term(let condition): condition.asksTheLedger
    case .not(let step): step.asksTheLedger
    case .all(let steps), .any(let steps): steps.contains(where: \.asksTheLedger)
    case .review: true
    }
  }
}
