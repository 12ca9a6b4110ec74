import Predictions

/// An item with the number that a draw gives it; the lower one comes first.
package struct DrawTicket: Hashable, Comparable, Sendable {
  package let number: UInt64
  package let content: DigestPrefix
  /// The first row of the item, where the index is at hand.
  package let row: Int

  package init(number: UInt64, content: DigestPrefix, row: Int) {
    self.number = number
    self.content = content
    self.row = row
  }

  /// Contents settle what two equal numbers leave open, so that rows and files decide nothing.
  package static func < (left: DrawTicket, right: DrawTicket) -> Bool {
    (left.number, left.content.high, left.content.low)
      < (right.number, right.content.high, right.content.low)
  }
}

/// The lowest of any number of tickets, in little room.
package struct LowestTickets: Sendable {
  private let limit: Int
  private var kept: [DrawTicket] = []
  /// Tickets that are not below it are not among the lowest.
  private var bar: DrawTicket?

  package init(_ limit: Int) {
    // More than there are rows in any file, and twice of it can be counted.
    self.limit = min(max(0, limit), 1 << 48)
  }

  /// The lowest tickets so far, in order; at most as many as the limit.
  package var sorted: [DrawTicket] { Array(kept.sorted().prefix(limit)) }

  /// Constant time on average.
  package mutating func insert(_ ticket: DrawTicket) {
    if let bar, ticket >= bar { return }
    kept.append(ticket)
    // Cut once in a while rather than kept in order: most tickets are turned away by the bar.
    if kept.count >= 2 * limit + 16 { cut() }
  }

  package mutating func formUnion(_ other: LowestTickets) {
    for ticket in other.kept { insert(ticket) }
  }

  private mutating func cut() {
    kept = sorted
    bar = kept.last
  }
}
