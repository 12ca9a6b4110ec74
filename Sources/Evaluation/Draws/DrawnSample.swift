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

  /// Takes the lowest tickets of each of the draw's strata; where the candidates are a part of what was
  /// drawn from, those of them that were drawn.
  package init(_ draw: Draw, from candidates: DrawCandidates) {
    self.draw = draw
    strata = draw.strata.map { stratum in
      let tickets =
        stratum.name == DrawPlan.wholeName
        ? candidates.tiers.flatMap(\.tickets).sorted()
        : candidates.tiers.first { $0.tier == stratum.name }?.tickets ?? []
      return tickets.prefix(stratum.take).prefix { ticket in
        stratum.last.map { ticket.number <= $0 } ?? true
      }.map(\.self)
    }
  }

  /// The draw with the last number of each stratum, for the ledger.
  var recorded: Draw {
    Draw(
      id: draw.id, seed: draw.seed, run: draw.run, where: draw.where, planned: draw.planned,
      strata: zip(draw.strata, strata).map { stratum, tickets in
        Draw.Stratum(
          name: stratum.name, population: stratum.population, take: stratum.take,
          last: tickets.last?.number)
      })
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
