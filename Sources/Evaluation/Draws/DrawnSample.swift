import Predictions
import Reviewing

/// The items of a draw, stratum by stratum in the order of their numbers.
package struct DrawnSample: Sendable {
  package struct Item: Hashable, Sendable {
    package let ticket: DrawTicket
    /// The place of the stratum in ``Draw/strata``.
    package let stratum: Int
    /// The place in the stratum, from 1.
    package let position: Int
  }

  package let draw: Draw
  /// For each stratum of the draw, what was taken of it.
  package let strata: [[DrawTicket]]

  /// Takes the lowest tickets of each of the draw's strata.
  package init(_ draw: Draw, from candidates: DrawCandidates) {
    self.draw = draw
    strata = draw.strata.map { stratum in
      let tickets =
        stratum.name == DrawPlan.wholeName
        ? candidates.tiers.flatMap(\.tickets).sorted()
        : candidates.tiers.first { $0.tier == stratum.name }?.tickets ?? []
      return Array(tickets.prefix(stratum.take))
    }
  }

  package var count: Int { strata.reduce(0) { $0 + $1.count } }

  /// All items in the order in which they are shown: each stratum is spread evenly over the draw, so
  /// that whoever stops early has looked at about the same share of each.
  package var items: [Item] {
    strata.enumerated().flatMap { stratum, tickets in
      tickets.enumerated().map {
        Item(ticket: $0.element, stratum: stratum, position: $0.offset + 1)
      }
    }
    .sorted { left, right in
      let (one, other) = (progress(of: left), progress(of: right))
      return one == other ? left.ticket < right.ticket : one < other
    }
  }

  /// How far through its stratum an item comes, from 0 to 1.
  private func progress(of item: Item) -> Double {
    (Double(item.position) - 0.5) / Double(strata[item.stratum].count)
  }
}
