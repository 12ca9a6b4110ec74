import Predictions

/// Which predictions a list shows, and in what order.
package struct Arrangement: Hashable, Sendable {
  /// The tier by its place in the snapshot; all tiers where absent.
  package var tier: Int?
  package var query: Query?
  package var sort: SortOrder
  /// Leaves out what is likely upsetting: what the file says is, and what somebody flagged.
  package var leavesOutShielded: Bool
  /// Upsetting categories whose flagged predictions are left out.
  package var avoided: [String]

  package init(
    tier: Int? = nil, query: Query? = nil, sort: SortOrder = .file, leavesOutShielded: Bool = false,
    avoided: [String] = []
  ) {
    self.tier = tier
    self.query = query
    self.sort = sort
    self.leavesOutShielded = leavesOutShielded
    self.avoided = avoided
  }
}
