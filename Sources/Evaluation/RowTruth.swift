import Predictions

/// What is known of a condition for each row of a stretch: yes, no, or nothing yet.
struct RowTruth: Sendable {
  var yes: RowMask
  /// Disjoint from `yes`.
  var no: RowMask

  /// Nothing is known of `count` rows.
  init(unknown count: Int) {
    yes = RowMask(repeating: false, count: count)
    no = yes
  }

  /// The same answer for `count` rows.
  init(_ answer: Bool?, count: Int) {
    yes = RowMask(repeating: answer == true, count: count)
    no = RowMask(repeating: answer == false, count: count)
  }

  /// Known of every one of `count` rows.
  init(yes: RowMask, count: Int) {
    self.yes = yes
    no = RowMask(repeating: true, count: count).subtracting(yes)
  }

  var negated: RowTruth {
    var truth = self
    (truth.yes, truth.no) = (no, yes)
    return truth
  }

  /// Nothing is known any more of `rows`.
  mutating func forget(_ rows: RowMask) {
    yes.subtract(rows)
    no.subtract(rows)
  }

  mutating func formAnd(_ other: RowTruth) {
    yes.formIntersection(other.yes)
    no.formUnion(other.no)
  }

  mutating func formOr(_ other: RowTruth) {
    yes.formUnion(other.yes)
    no.formIntersection(other.no)
  }
}
