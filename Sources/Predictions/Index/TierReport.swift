/// One tier and how much is in it.
package struct TierReport: Hashable, Sendable {
  package let tier: Tier
  /// Items: rows with the same input and output count once.
  package let count: Int
  package let rows: Int

  package init(tier: Tier, count: Int, rows: Int) {
    self.tier = tier
    self.count = count
    self.rows = rows
  }
}
