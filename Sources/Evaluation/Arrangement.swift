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
  /// Lists rows whose input and output came before as well: for counting, not for looking at.
  package var listsCopies: Bool

  package init(
    tier: Int? = nil, query: Query? = nil, sort: SortOrder = .file, leavesOutShielded: Bool = false,
    avoided: [String] = [], listsCopies: Bool = false
  ) {
    self.tier = tier
    self.query = query
    self.sort = sort
    self.leavesOutShielded = leavesOutShielded
    self.avoided = avoided
    self.listsCopies = listsCopies
  }
}
