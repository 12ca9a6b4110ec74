/// Counts that need not be whole, since reviewers who are split count by their shares.
package enum CountWords {
  /// `6`, or `6.5` with one decimal.
  package static func text(_ count: Double) -> String {
    count == count.rounded() ? String(Int(count)) : String((count * 10).rounded() / 10)
  }
}
